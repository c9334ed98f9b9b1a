import type { IncomingMessage, ServerResponse } from 'node:http'

import { licensingPath } from './licensingPath'
import { pathOf } from './pathOf'

const message = 'The address is malformed.'

/**
 * Answers 400 to a path that cannot be decoded, or that has a NUL in it, which no text in PostgreSQL may have.
 *
 * @returns whether it was refused
 */
export function refuseMalformedPath(request: IncomingMessage, response: ServerResponse): boolean {
  const path = pathOf(request)
  if (isDecodable(path)) return false
  const isApi = path.startsWith('/api/')
  response.statusCode = 400
  response.setHeader('Content-Type', isApi ? 'application/json' : 'text/plain; charset=utf-8')
  response.end(isApi ? JSON.stringify(errorOf(path)) : `${message}\n`)
  return true
}

function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** In the form of the API that was meant. */
function errorOf(path: string): object {
  return licensingPath.test(path)
    ? { status: false, message, errors: {} }
    : { errors: [{ message }] }
}
