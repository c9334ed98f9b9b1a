import { once } from 'node:events'
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type RequestListener,
  type Server,
} from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach } from 'vitest'

import { CompressedResponse } from '../../../../src/server/compressedResponse'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
/** Well above what is too small to compress. */
export const html = `<p>${'Tidemark licences, äöü. '.repeat(400)}</p>`
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

export type Asked = { accept?: string; method?: string }

/** An answer over a real socket, as a client with this `Accept-Encoding` gets it. */
export async function ask(answer: RequestListener, { accept, method }: Asked = {}) {
  const server = createServer({ ServerResponse: CompressedResponse }, (incoming, response) => {
    response.compresses = true
    answer(incoming, response)
  })
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const headers = accept === undefined ? {} : { 'Accept-Encoding': accept }
  const sent = request({ agent, headers, host: '127.0.0.1', method, port }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return response
}

/** In parts, as Next sends pages. */
export const page: RequestListener = (_request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Vary', 'rsc')
  response.flushHeaders()
  for (const part of html.match(/.{1,1000}/gs) ?? []) response.write(part)
  response.end()
}
/** In one go. */
export const whole: RequestListener = (_request, response) => {
  response.setHeader('Content-Type', 'application/json')
  response.end(html)
}
