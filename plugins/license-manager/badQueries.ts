import type { AfterErrorHook } from 'payload'

/** Text that is no number, id or date, a number or date out of range, and characters that PostgreSQL has not. */
const unreadable = ['22003', '22007', '22008', '22021', '22P02', '22P05']

const message = 'The request holds a value that cannot be compared or stored.'

/**
 * Answers 400 where PostgreSQL could not read a value that somebody sent, such as text in place of an id, which Payload reports as a
 * failure of the server.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const answerBadValues: AfterErrorHook = ({ error }) => {
  if (!unreadable.includes(codeOf(error) ?? '')) return undefined
  return { response: { errors: [{ message }] }, status: 400 }
}

function codeOf(error: unknown): string | undefined {
  for (let current = error; typeof current === 'object' && current !== null;) {
    const { cause, code } = current as { cause?: unknown; code?: unknown }
    if (typeof code === 'string') return code
    current = cause
  }
  return undefined
}
