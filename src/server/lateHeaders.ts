import type { ServerResponse } from 'node:http'

/**
 * Gives an answer headers that it does not set itself, as late as possible: Next appends to what is set before, so that a header would be
 * there twice.
 *
 * @param lists where several name a header, the first counts
 */
export function setLateHeaders(
  response: ServerResponse,
  lists: readonly Readonly<Record<string, string>>[],
): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    for (const headers of lists) {
      for (const name in headers) {
        if (!response.hasHeader(name)) response.setHeader(name, headers[name] ?? '')
      }
    }
    return writeHead(...args)
  }
}
