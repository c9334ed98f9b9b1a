import { scrub } from './scrub'

/** What a log keeps of an error. */
export type LoggedError = {
  cause?: LoggedError
  code?: number | string
  message: string
  query?: string
  stack?: string
  status?: number
  type: string
}

type Known = { cause?: unknown; code?: unknown; query?: unknown; status?: unknown }

const deepest = 3

/**
 * An error without what people entered. Other properties are left out: a database's `detail` and a statement's `params` hold rows of
 * customers, an API error's `data` what was sent.
 */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { message: scrub(String(error)), type: typeof error }
  const { cause, code, query, status } = error as Error & Known
  const message = scrub(error.message)
  return {
    type: error.name,
    message,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof status === 'number' && { status }),
    ...(typeof query === 'string' && { query: scrub(query) }),
    stack: `${error.name}: ${message}\n${framesOf(error)}`,
    ...(cause instanceof Error && depth < deepest && { cause: describeError(cause, depth + 1) }),
  }
}

/** The first lines of a stack repeat the message as it was. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
