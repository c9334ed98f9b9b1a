import { createServer, type Server } from 'node:net'

import pg from 'pg'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { createLicensingApi } from '../../../src/api/app'
import { from, openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const unavailable = {
  status: false,
  message: 'The service is not available at the moment. Try again later.',
  errors: {},
}

describe('a licence that somebody keeps locked', () => {
  it('is answered with 503 within seconds, for every writing call; the log has no code', async () => {
    const warn = vi.spyOn(api.payload.logger, 'warn').mockImplementation(() => undefined)
    const { code, id } = await api.createLicense()
    const body = { license_code: code, product_id: 'TIDEMARK' }
    const first = await api.call('POST', '/external/license/activate', {
      body,
      headers: from('one.example'),
    })
    expect(first.status).toBe(200)
    const client = new pg.Client({ connectionString: api.databaseUrl })
    await client.connect()
    try {
      await client.query('begin')
      await client.query('select id from licenses where id = $1 for update', [id])
      const answers = await Promise.all([
        api.call('POST', '/external/license/activate', { body, headers: from('two.example') }),
        api.call('POST', '/external/license/deactivate', { body, headers: from('one.example') }),
        api.call('PUT', `/internal/product-licenses/${id}`, { body: { invoice: 'X' } }),
      ])
      for (const { body: answer, headers, status } of answers) {
        expect([status, answer, headers.get('retry-after')]).toEqual([503, unavailable, '5'])
      }
      const verified = await api.call('POST', '/external/license/verify', {
        body,
        headers: from('one.example'),
      })
      expect(verified.body.is_active).toBe(true)
    } finally {
      await client.query('rollback')
      await client.end()
    }
    const logged = JSON.stringify(warn.mock.calls)
    warn.mockRestore()
    expect(logged).toContain('timeout')
    expect(logged).not.toContain(code)
    const later = await api.call('POST', '/external/license/activate', {
      body,
      headers: from('two.example'),
    })
    expect(later.body.is_active).toBe(true)
  })
})

describe('a database that cannot be reached', () => {
  let closed: Server
  let pool: pg.Pool

  beforeAll(async () => {
    closed = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as { port: number }
    pool = new pg.Pool({ connectionString: `postgres://x@127.0.0.1:${port}/x` })
  })
  afterAll(async () => {
    await pool.end()
    closed.close()
  })

  it.each([
    ['GET', '/health-check'],
    ['GET', '/external/connection-check'],
    ['POST', '/external/license/check'],
    ['GET', '/internal/products'],
  ])('%s %s answers 503', async (method, path) => {
    const warn = vi.spyOn(api.payload.logger, 'warn').mockImplementation(() => undefined)
    const { drizzle } = await import('@payloadcms/db-postgres/drizzle/node-postgres')
    const payload = Object.create(api.payload, {
      db: { value: { ...api.payload.db, drizzle: drizzle(pool), pool } },
    }) as Payload
    const app = createLicensingApi({ clientIp: () => '192.0.2.1', payload })
    const response = await app.fetch(
      new Request(`http://localhost/api${path}`, {
        headers: { 'x-api-key': api.keys.external },
        method,
      }),
    )
    expect([response.status, await response.json()]).toEqual([503, unavailable])
    expect(response.headers.get('retry-after')).toBe('5')
    warn.mockRestore()
  })
})

it('a database that says nothing is unhealthy within seconds, and asked once however many want to know', async () => {
  let connections = 0
  const silent = createServer((socket) => {
    connections += 1
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  const pool = new pg.Pool({ connectionString: `postgres://x@127.0.0.1:${port}/x`, max: 5 })
  pool.on('error', () => undefined)
  const { drizzle } = await import('@payloadcms/db-postgres/drizzle/node-postgres')
  const payload = Object.create(api.payload, {
    db: { value: { ...api.payload.db, drizzle: drizzle(pool), pool } },
  }) as Payload
  const app = createLicensingApi({ clientIp: () => '192.0.2.1', payload })
  const start = performance.now()
  const answers = await Promise.all(
    Array.from({ length: 5 }, async () =>
      app.fetch(new Request('http://localhost/api/health-check')),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503])
  expect(answers[0]?.headers.get('retry-after')).toBe('5')
  expect(performance.now() - start).toBeLessThan(5000)
  expect(connections).toBe(1)
  silent.close()
})

it('tells nothing of an unforeseen error', async () => {
  const error = vi.spyOn(api.payload.logger, 'error').mockImplementation(() => undefined)
  const find = vi
    .spyOn(api.payload, 'find')
    .mockRejectedValue(new Error('select secret from table_of_secrets'))
  const { body, status } = await api.call('GET', '/internal/products')
  find.mockRestore()
  expect([status, body]).toEqual([
    500,
    { status: false, message: 'Something went wrong. Try again later.', errors: {} },
  ])
  expect(error).toHaveBeenCalledOnce()
  error.mockRestore()
})
