import type { Payload } from 'payload'

const silenceMs = 5 * 60_000

const lastLogged = new WeakMap<Payload, Map<string, number>>()

/** Logs an error that every visitor runs into: once in five minutes for each message. */
export function logSometimes(
  payload: Payload,
  error: { err?: unknown; msg: string },
  now = Date.now(),
): void {
  const times = lastLogged.get(payload) ?? new Map<string, number>()
  lastLogged.set(payload, times)
  if (now - (times.get(error.msg) ?? -Infinity) < silenceMs) return
  times.set(error.msg, now)
  payload.logger.error(error)
}
