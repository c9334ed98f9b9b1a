import type { IncomingMessage, ServerResponse } from 'node:http'

import { isPortalPath } from '../http/portalPath'
import type { Trace } from '../http/trace'
import { pathOf } from './pathOf'

type Method = (...args: unknown[]) => ServerResponse

const patienceMs = 3000
const message = 'This form could not be read. Load the page again, and send it once more.\n'

/**
 * Answers 400 where Next answers 500 to what is sent to the portal, and neither a page nor an action was reached: Next could not read it. That is a form that breaks
 * off, or has no boundary, parts that have control characters in their head, more than may be sent, and values that React cannot decode. To some of these Next never
 * answers: they get 400 when all has arrived and nothing was reached for a while.
 *
 * @param trace of the request; pages and actions mark it
 */
export function answerMalformedForm(
  request: IncomingMessage,
  response: ServerResponse,
  trace: Trace,
): void {
  if (request.method !== 'POST' || !isPortalPath(decodeURIComponent(pathOf(request)))) return
  const end = response.end.bind(response) as Method
  const write = response.write.bind(response) as (...args: unknown[]) => boolean
  const writeHead = response.writeHead.bind(response) as Method
  let isAnswered = false
  const isUnread = () => !trace.isPortalReached && !response.headersSent
  const refuse = () => {
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    // Next has stopped reading: what is left would stand before the connection's next request for ever.
    if (!request.complete) response.setHeader('Connection', 'close')
    writeHead(400, { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain; charset=utf-8' })
    isAnswered = true
    end(message)
  }
  response.writeHead = (...args: unknown[]) => {
    if (args[0] !== 500 || !isUnread()) return writeHead(...args)
    refuse()
    return response
  }
  // What Next says after that.
  response.write = (...args: unknown[]) => isAnswered || write(...args)
  response.end = (...args: unknown[]) => {
    if (!isAnswered && response.statusCode === 500 && isUnread()) refuse()
    return isAnswered ? response : end(...args)
  }

  let received = -1
  const timer = setInterval(() => {
    const { complete, socket } = request
    if (!isUnread()) clearInterval(timer)
    else if (complete && socket.bytesRead === received) refuse()
    received = socket.bytesRead
  }, patienceMs)
  response.once('close', () => clearInterval(timer))
}
