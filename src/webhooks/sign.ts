import { createHmac } from 'node:crypto'

/** What a message says of itself. */
export type SignedMessage = {
  body: string
  eventId: string
  eventType: string
  /** ISO 8601 in UTC, the same as in the body. */
  timestamp: string
}

/**
 * The headers of a message. `X-Webhook-Signature` is the hex HMAC-SHA-256 of the raw body; `X-Webhook-Replay-Signature` is the one of
 * `{id}.{timestamp}.{body}`, so that nobody can send an old message again under a new id.
 *
 * @param secret null: there is none, and nothing is signed
 */
export function headersOf(
  { body, eventId, eventType, timestamp }: SignedMessage,
  secret: null | string,
): Record<string, string> {
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'License-Manager-Webhooks/1',
    'X-Webhook-Event': eventType,
    'X-Webhook-Id': eventId,
    'X-Webhook-Timestamp': timestamp,
  }
  if (!secret) return headers
  const hmac = (text: string) => createHmac('sha256', secret).update(text).digest('hex')
  return {
    ...headers,
    'X-Webhook-Replay-Signature': hmac(`${eventId}.${timestamp}.${body}`),
    'X-Webhook-Signature': hmac(body),
  }
}
