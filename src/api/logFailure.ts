import type { Payload } from 'payload'

import { describeError } from '../logging/describeError'

/**
 * Logs what went wrong inside. Of a failed statement its text, never its values: they hold licence codes and addresses of
 * customers. The logger may be a host's, which writes errors as they are; so it gets none.
 *
 * @param isPassing true for what will go away by itself, such as a lock
 */
export function logFailure(logger: Payload['logger'], error: unknown, isPassing: boolean): void {
  const described = describeError(error)
  const { query, stack } = described
  const { code, message } = described.cause ?? described
  if (isPassing) logger.warn({ code, msg: `Licensing API is not available: ${message}`, query })
  else logger.error({ code, msg: `Licensing API failed: ${message}`, query, stack })
}
