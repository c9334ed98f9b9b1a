/**
 * What the database says of an error, for logs. Its own text names the statement with all its values, and those of an import are of
 * people, with hashes of passwords among them.
 */
export function reasonOf(error: unknown): string {
  const { cause, code, constraint, message } = error as {
    cause?: unknown
    code?: unknown
    constraint?: unknown
    message?: unknown
  }
  if (typeof code === 'string') {
    return [code, constraint].filter((part) => typeof part === 'string').join(' ')
  }
  if (cause) return reasonOf(cause)
  const isQuery = typeof message !== 'string' || message.startsWith('Failed query')
  return isQuery ? 'unknown' : message.slice(0, 200)
}
