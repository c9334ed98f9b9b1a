import { once } from 'node:events'
import { IncomingMessage } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'

import { expect, it } from 'vitest'

import { createFrontServer, type Handler } from '../../../src/server/front'
import { FrontResponse } from '../../../src/server/frontResponse'

it('gives a file the length back that Next dropped', () => {
  expect(lengthOf({ 'X-LM-Content-Length': '12' })).toBe('12')
})

it('leaves a length that is there, and none to what was compressed or has none', () => {
  expect(lengthOf({ 'Content-Length': '3', 'X-LM-Content-Length': '12' })).toBe('3')
  expect(lengthOf({ 'Content-Encoding': 'gzip', 'X-LM-Content-Length': '12' })).toBeUndefined()
  expect(lengthOf({})).toBeUndefined()
})

it('completes headers that it does not set itself, the first list first', () => {
  const response = new FrontResponse(new IncomingMessage(new Socket()))
  response.lateHeaders = [
    { 'Cache-Control': 'no-store' },
    { 'Cache-Control': 'private', Vary: 'A' },
  ]
  response.writeHead(200, { Vary: 'B' })
  expect(response.getHeaders()).toEqual({ 'cache-control': 'no-store', vary: 'B' })
})

it.each([
  [500, true, 503, 5],
  [500, false, 500, undefined],
  [404, true, 404, undefined],
  [200, true, 200, undefined],
])('%i while the database is away: %s, is %i', (status, isAway, told, retryAfter) => {
  const response = new FrontResponse(new IncomingMessage(new Socket()))
  response.app = { isDatabaseAway: () => isAway }
  response.writeHead(status)
  expect([response.statusCode, response.getHeader('Retry-After')]).toEqual([told, retryAfter])
})

it.each(['/customer/login', '/api/external/license/verify'])(
  'the answer to %s has no method of its own, which would keep it in memory',
  async (path) => {
    const own: string[] = []
    const answer: Handler = (_request, response) => {
      response.writeHead(200)
      own.push(...Object.entries(response).flatMap(([name, value]) => isMethod(name, value)))
      response.end()
    }
    const server = createFrontServer({
      isDatabaseAway: () => false,
      licensingApi: answer,
      next: answer,
      operations: null,
      serverURL: null,
      site: { isDevelopment: false, isHttps: true },
      trustedProxies: () => 0,
      watch: null,
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    const { status } = await fetch(`http://127.0.0.1:${port}${path}`)
    server.close()
    expect(status).toBe(200)
    expect(own).toEqual([])
  },
)

/** Methods that an answer has beside those of its class. Node's own is `_onPendingData`. */
function isMethod(name: string, value: unknown): string[] {
  return typeof value === 'function' && !name.startsWith('_') ? [name] : []
}

function lengthOf(headers: Record<string, string>): unknown {
  const response = new FrontResponse(new IncomingMessage(new Socket()))
  response.keepsLength = true
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.writeHead(200)
  return response.getHeader('Content-Length')
}
