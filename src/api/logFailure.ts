import type { Payload } from 'payload'

type Failure = { cause?: unknown; code?: unknown; message?: unknown; query?: unknown }

/**
 * Logs what went wrong inside. Of a failed statement its text, never its values: they hold licence codes and addresses of
 * customers.
 *
 * @param isPassing true for what will go away by itself, such as a lock
 */
export function logFailure(logger: Payload['logger'], error: unknown, isPassing: boolean): void {
  const { cause, query } = toFailure(error)
  const { code, message } = toFailure(cause ?? error)
  if (isPassing) {
    logger.warn({ code, msg: `Licensing API is not available: ${String(message)}`, query })
    return
  }
  const origin = error instanceof Error ? framesOf(error) : undefined
  logger.error({ code, msg: `Licensing API failed: ${String(message)}`, origin, query })
}

function toFailure(error: unknown): Failure {
  return typeof error === 'object' && error !== null ? error : { message: error }
}

/** Only where it happened: the first lines of a stack repeat the message. */
function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
}
