import type { AfterErrorHook } from 'payload'

const message = 'The request holds a value that cannot be compared or stored.'

/**
 * Answers 400 where PostgreSQL could not read a value that somebody sent, such as text in place of an id, which Payload reports as a
 * failure of the server: class 22 of the error codes, "data exception".
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export const answerBadValues: AfterErrorHook = ({ error }) => {
  if (!codeOf(error)?.startsWith('22')) return undefined
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
