import type { IncomingMessage } from 'node:http'

/**
 * Replaces a header of a request, whatever the client sent, for everything that reads the request afterwards.
 *
 * @param name in lower case
 * @param value undefined to have none
 */
export function setRequestHeader(
  request: IncomingMessage,
  name: string,
  value: string | undefined,
): void {
  const { rawHeaders } = request
  if (request.headers[name] !== undefined) remove(request, name)
  if (value === undefined) return
  request.headers[name] = value
  rawHeaders.push(name, value)
}

function remove(request: IncomingMessage, name: string): void {
  delete request.headers[name]
  const { rawHeaders } = request
  for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
    if (rawHeaders[index]?.toLowerCase() === name) rawHeaders.splice(index, 2)
  }
}
