import { once } from 'node:events'
import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createFrontServer, type Handler } from '../../../src/server/front'
import type { Unready } from '../../../src/server/readiness'

type Answer = { body: string; headers: Record<string, unknown>; status: number }

const never = () => new Promise<never>(() => undefined)

let late: null | (() => void)
let state: () => Promise<null | Unready>
let close: () => void
let port: number

beforeEach(async () => {
  late = null
  state = async () => 'database'
  const next: Handler = (request, response) => {
    request.resume()
    response.setHeader('X-From', 'Next')
    late = () => {
      response.setHeader('X-Late', 'yes')
      response.writeHead(200)
      response.write('late')
      response.end('answer')
    }
  }
  const server = createFrontServer({
    isDatabaseAway: () => false,
    licensingApi: null,
    next,
    operations: {
      metrics: null,
      metricsToken: null,
      readiness: { check: () => state(), leave: () => undefined },
    },
    serverURL: null,
    site: { isDevelopment: false, isHttps: true },
    trustedProxies: () => 0,
    watch: null,
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  port = (server.address() as AddressInfo).port
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  vi.useFakeTimers({ toFake: ['clearTimeout', 'setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  close()
})

function send(path: string, headers: Record<string, string> = {}, method = 'GET') {
  let answer: Answer | null = null
  const sent = ask({ headers, host: '127.0.0.1', method, path, port }, (response) => {
    let body = ''
    response.on('data', (chunk) => (body += String(chunk)))
    response.on('end', () => {
      answer = { body, headers: response.headers, status: response.statusCode ?? 0 }
    })
  })
  sent.on('error', () => undefined)
  sent.end()
  return () => answer
}

/** Lets what goes over a socket arrive. */
const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

async function pass(ms: number) {
  for (let tries = 0; late === null && tries < 100; tries += 1) await settle()
  await settle()
  await vi.advanceTimersByTimeAsync(ms)
  for (let tries = 0; tries < 20; tries += 1) await settle()
}

it.each<[string, () => Promise<null | Unready>]>([
  ['is away', async () => 'database'],
  ['says nothing', never],
])('a page that waits for a database that %s is 503 within 5 seconds', async (_what, check) => {
  state = check
  const answer = send('/customer/login', { accept: 'text/html', 'accept-language': 'de' })
  await pass(2900)
  expect(answer()).toBeNull()
  await pass(1000)
  expect(answer()).toMatchObject({
    headers: {
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'retry-after': '5',
    },
    status: 503,
  })
  expect(answer()?.headers).not.toHaveProperty('x-from')
  expect(answer()?.headers['content-security-policy']).toContain("default-src 'self'")
  expect(answer()?.body).toMatch(/<html lang="de">[^]*<h1>[^<]+<\/h1>[^]*<a href="">/)
})

it('an answer of the database that arrived while the process was busy counts', async () => {
  const first: Array<() => void> = []
  state = () => new Promise((resolve) => first.push(() => resolve(null)))
  const answer = send('/customer/login', { accept: 'text/html' })
  await pass(3600)
  // Both are due: the timer of the silence, and, behind it, what came over the socket.
  vi.advanceTimersByTime(100)
  process.nextTick(() => first.forEach((tell) => tell()))
  await pass(0)
  expect(answer()).toBeNull()
})

it('what is said after that is dropped', async () => {
  const answer = send('/customer/login', { accept: 'text/html' })
  await pass(4900)
  expect(() => late?.()).not.toThrow()
  await pass(0)
  expect(answer()).toMatchObject({ status: 503 })
  expect(answer()?.body).not.toContain('late')
})

it('data are 503 in their own form', async () => {
  const answer = send('/api/licenses', { accept: 'application/json' })
  await pass(4900)
  expect(answer()?.status).toBe(503)
  expect(JSON.parse(answer()?.body ?? '')).toEqual({
    errors: [{ message: 'The service is not available at the moment. Try again later.' }],
  })
})

it.each<null | Unready>([null, 'stopping', 'migrations'])(
  'a page that only takes long, while the state of the database is %s, is waited for',
  async (told) => {
    state = async () => told
    const answer = send('/customer/login', { accept: 'text/html' })
    await pass(20_000)
    expect(answer()).toBeNull()
    late?.()
    await pass(0)
    expect(answer()).toMatchObject({
      body: 'lateanswer',
      headers: { 'x-late': 'yes' },
      status: 200,
    })
  },
)

it('a sign-in with another account, which cannot be asked for again, is waited for', async () => {
  const answer = send('/api/auth/github/callback?code=a&state=b', { accept: 'text/html' })
  await pass(20_000)
  expect(answer()).toBeNull()
})

it('an answer in time leaves no timer', async () => {
  const answer = send('/customer/login', { accept: 'text/html' })
  await pass(10)
  late?.()
  await pass(0)
  expect(answer()?.status).toBe(200)
  expect(vi.getTimerCount()).toBe(0)
})

it.each([
  ['/customer/register', 503],
  ['/api/licenses/bulk/generate', undefined],
])(
  'a form sent to %s, which the database does not answer, has %s after 5 seconds',
  async (path, status) => {
    const answer = send(path, { 'content-length': '0', origin: `http://127.0.0.1:${port}` }, 'POST')
    await pass(4900)
    expect(answer()?.status).toBe(status)
  },
)
