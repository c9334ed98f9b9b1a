import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { setRequestHeader } from './requestHeader'

const header = 'x-request-id'
/** What is longer, or could break a line or a query of a log, is not taken over. */
const wellFormed = /^[\w.-]{8,64}$/

/**
 * Gives a request its id: the one that a proxy or a client named, where that is well-formed, else a new one. Everything behind reads it
 * in the header.
 */
export function identify(request: IncomingMessage): string {
  const claimed = request.headers[header]
  const id = typeof claimed === 'string' && wellFormed.test(claimed) ? claimed : randomUUID()
  if (id !== claimed) setRequestHeader(request, header, id)
  return id
}
