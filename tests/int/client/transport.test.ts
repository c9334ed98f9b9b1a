import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import {
  createLicenseClient,
  type Options,
  readAll,
  type State,
  UnreachableError,
} from '../../../packages/client/src'

type Received = { body: Record<string, unknown>; headers: IncomingHttpHeaders }

let baseUrl: string
let received: Received[] = []
let state: null | State = null
let answer: (response: ServerResponse) => void
const ok = (response: ServerResponse) => response.end('{"is_active": true, "lic_response": "T"}')
const json = { 'content-type': 'application/json' }

const server = createServer((request, response) => {
  void text(request).then((body) => {
    received.push({ body: JSON.parse(body) as Received['body'], headers: request.headers })
    answer(response)
  })
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  answer = ok
  received = []
  state = { licenseData: 'T' }
})

const client = (options: Partial<Options> = {}) =>
  createLicenseClient({
    apiKey: 'key',
    baseUrl,
    graceDays: 0,
    productId: 'TIDEMARK',
    store: {
      load: () => state,
      save: (given) => {
        state = given
      },
    },
    timeoutMs: 1500,
    ...options,
  })

it('sends a fingerprint in any letters, in the body of every call', async () => {
  const here = client({ fingerprint: ' 工作站-1\n' })
  await here.activate('CODE')
  await here.verify()
  await here.checkForUpdate('1.0.0')
  await here.download('1.0.0')
  await here.deactivate()
  expect(received.map(({ body }) => body.fingerprint)).toEqual(Array(5).fill('工作站-1'))
  expect(received.every(({ headers }) => !headers['x-api-fingerprint'])).toBe(true)
})

it('sends one that is too long for the field in the header that takes it', async () => {
  const fingerprint = 'f'.repeat(300)
  await client({ fingerprint }).verify()
  expect(received[0]?.headers['x-api-fingerprint']).toBe(fingerprint)
  expect(received[0]?.body).not.toHaveProperty('fingerprint')
})

it.each([
  ['https://例え.jp/あ', 'https://xn--r8jz45g.jp/%E3%81%82'],
  ['例え.jp', 'xn--r8jz45g.jp/'],
  ['example.com/path', 'example.com/path'],
])('sends the address %s as a header can hold it', async (url, sent) => {
  expect(await client({ url }).verify()).toMatchObject({ ok: true })
  expect(received[0]?.headers['x-api-url']).toBe(sent)
})

it.each([
  { apiKey: '钥匙' },
  { apiKey: 'a\nb' },
  { baseUrl: 'licenses.example.com/api' },
  { baseUrl: 'localhost:3000/api' },
])('does not say of a call that cannot be sent that nobody answers: %j', async (options) => {
  const error: unknown = await client(options)
    .verify()
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(TypeError)
  expect(error).toMatchObject({ message: expect.stringContaining('cannot be sent') as string })
  expect(received).toEqual([])
})

it('says so of a network that is down', async () => {
  const down = client({ baseUrl: 'http://127.0.0.1:1/api' })
  await expect(down.verify()).rejects.toBeInstanceOf(UnreachableError)
})

it.each(['verify', 'download'] as const)(
  'does not wait for ever for a body: %s',
  async (call) => {
    answer = (response) => {
      response.writeHead(200, json)
      response.write('{"is_active":')
    }
    const started = Date.now()
    const calling = call === 'verify' ? client().verify() : client().download('1.0.0')
    await expect(calling).rejects.toBeInstanceOf(UnreachableError)
    expect(Date.now() - started).toBeLessThan(5000)
  },
  10_000,
)

it('does not wait for ever for what a failed call says', async () => {
  answer = (response) => {
    response.writeHead(401, json)
    response.write('{"message":')
  }
  await expect(client().verify()).rejects.toMatchObject({ name: 'ApiError', status: 401 })
}, 10_000)

it('takes an answer that ends early for none', async () => {
  answer = (response) => {
    response.writeHead(200, { ...json, 'content-length': '100' })
    response.write('{"is_active":', () => response.destroy())
  }
  await expect(client().verify()).rejects.toBeInstanceOf(UnreachableError)
})

it('lets a file take longer than an answer', async () => {
  answer = (response) => {
    response.writeHead(200, { 'content-disposition': 'attachment', 'content-length': '4' })
    response.write('ab')
    void wait(3000).then(() => response.end('cd'))
  }
  const given = await client().download('1.0.0')
  if (!given.ok) throw new Error(given.message)
  expect(Buffer.from(await readAll(given.file)).toString()).toBe('abcd')
})

it.each([
  ['blacklisted', { licenseData: 'T' }],
  ['blocked', { licenseData: 'T' }],
  ['of_later_servers', { licenseData: 'T' }],
  ['not_activated', null],
  ['not_found', null],
])('after a deactivation that is refused as %s, it keeps what it still has', async (code, kept) => {
  state = { certificate: 'C', licenseData: 'T', verifiedAt: 1 }
  answer = (response) => response.end(JSON.stringify({ code, is_active: false, message: 'No' }))
  expect(await client().deactivate()).toEqual({ code, message: 'No', ok: false })
  expect(state).toEqual(kept)
})
