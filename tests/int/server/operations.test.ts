import { sql } from '@payloadcms/db-postgres/drizzle'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { freePort } from '../../../scripts/support/port'
import type { Queryable } from '../../../src/licensing/types'
import { createReadiness } from '../../../src/server/readiness'
import { from, openApi, type TestApi } from '../api/support/api'
import { openFront, type TestFront } from './support/front'

const token = 'a token for the metrics'

let api: TestApi
let server: TestFront

beforeAll(async () => {
  api = await openApi()
  server = await openFront(api, (_, response) => response.end('a page'), {
    logRequests: 'off',
    metricsToken: token,
  })
})
afterAll(async () => {
  server.close()
  await api.close()
})

const drizzle = () => (api.payload.db as unknown as { drizzle: Queryable }).drizzle
const ready = async () => {
  const response = await fetch(`${server.url}/api/ready`)
  return { body: (await response.json()) as unknown, status: response.status }
}
const metrics = async (headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
  fetch(`${server.url}/api/metrics`, { headers })
const activate = (code: string, domain: string) =>
  fetch(`${server.url}/api/external/license/activate`, {
    body: JSON.stringify({ license_code: code, product_id: 'TIDEMARK' }),
    headers: {
      'content-type': 'application/json',
      'x-api-key': api.keys.external,
      ...from(domain),
    },
    method: 'POST',
  })

describe('readiness', () => {
  it('holds while the database answers and has every migration', async () => {
    expect(await ready()).toEqual({ body: { status: 'ready' }, status: 200 })
  })

  it('ends while a migration is missing, and not for one of a newer version', async () => {
    await drizzle().execute(sql`
      insert into payload_migrations (name, batch, created_at, updated_at) values ('29990101_newer', 99, now(), now())`)
    expect((await ready()).status).toBe(200)
    const { rows } = await drizzle().execute(sql`
      delete from payload_migrations where id = (select id from payload_migrations where name not like '2999%' limit 1)
      returning name, batch`)
    expect(await ready()).toEqual({
      body: { reason: 'migrations', status: 'not ready' },
      status: 503,
    })
    await drizzle().execute(sql`
      insert into payload_migrations (name, batch, created_at, updated_at) values (${rows[0]?.name}, ${rows[0]?.batch}, now(), now())`)
    expect((await ready()).status).toBe(200)
  })

  it('ends while the database is away', async () => {
    const pool = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:9/none' })
    expect(await createReadiness(pool, []).check()).toBe('database')
    await pool.end()
  })

  it('ends within seconds while the database hangs', async () => {
    const hanging = { query: () => new Promise<never>(() => undefined) }
    expect(await createReadiness(hanging, []).check()).toBe('database')
  })

  it('ends where nothing was ever migrated', async () => {
    const url = new URL(api.databaseUrl)
    url.pathname = '/postgres'
    const pool = new pg.Pool({ connectionString: url.href })
    expect(await createReadiness(pool, ['first']).check()).toBe('migrations')
    await pool.end()
  })
})

describe('metrics', () => {
  it('are closed without the token, whatever is sent in its place', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer wrong', `Basic ${token}`, token]) {
      const response = await metrics({ authorization })
      expect(response.status).toBe(401)
      expect(await response.text()).not.toContain('license_manager')
    }
  })

  it('are not there where they have neither token nor port', async () => {
    const { operations } = server.front
    if (!operations) throw new Error('There are no operations.')
    server.front.operations = { ...operations, metricsToken: null }
    expect((await metrics()).status).toBe(404)
    server.front.operations = operations
  })

  it('count requests by pattern, refusals by code, connections and queues', async () => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    await activate(code, 'one.example')
    await activate(code, 'two.example')
    await fetch(`${server.url}/api/internal/licenses/${code}`)
    await fetch(`${server.url}/api/${code}/${code}`)
    await fetch(`${server.url}/${code}`)
    await api.payload.jobs.queue({
      input: { email: 'reader@example.com' },
      queue: 'accounts',
      task: 'resendConfirmation',
    })
    const text = await (await metrics()).text()
    expect(text).toContain(
      'license_manager_http_request_seconds_count{method="POST",route="/api/external/license/activate",status="200"} 2',
    )
    expect(text).toContain('license_manager_refusals_total{code="limit_reached"} 1')
    expect(text).toMatch(/license_manager_refusals_total\{code="\w*[kK]ey\w*"\} 1/)
    expect(text).toMatch(/license_manager_database_pool\{state="idle"\} \d+/)
    expect(text).toContain('license_manager_queue{queue="accounts",state="waiting"} 1')
    expect(text).toContain('license_manager_database_up 1')
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
    // A label for each address would fill the memory, and tell codes to whoever reads metrics.
    expect(text).not.toContain(code)
    expect(text).toContain('route="/api/*"')
    expect(text).toContain('route="(unknown)"')
  })
})

describe('a port of their own', () => {
  it('tells readiness, life and metrics there, and metrics nowhere else', async () => {
    const metricsPort = await freePort()
    const other = await openFront(api, (_, response) => response.end('a page'), {
      logRequests: 'off',
      metricsPort,
    })
    const at = (path: string) => fetch(`http://127.0.0.1:${metricsPort}${path}`)
    expect((await at('/ready')).status).toBe(200)
    expect((await at('/live')).status).toBe(200)
    expect(await (await at('/metrics')).text()).toContain('license_manager_database_up 1')
    for (const path of ['/', '/api/ready', '/admin']) expect((await at(path)).status).toBe(404)
    expect((await fetch(`${other.url}/api/metrics`)).status).toBe(404)

    other.front.operations?.readiness.leave()
    expect((await at('/ready')).status).toBe(503)
    expect((await at('/live')).status).toBe(200)
    other.close()
    await expect(at('/live')).rejects.toThrow()
  })

  it('asks for the token there as well, where there is one', async () => {
    const metricsPort = await freePort()
    const other = await openFront(api, (_, response) => response.end('a page'), {
      logRequests: 'off',
      metricsPort,
      metricsToken: token,
    })
    const at = `http://127.0.0.1:${metricsPort}/metrics`
    expect((await fetch(at)).status).toBe(401)
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(at, { headers })).status).toBe(200)
    other.close()
  })
})

it('a process that is about to stop is not ready, and goes on answering', async () => {
  server.front.operations?.readiness.leave()
  expect(await ready()).toEqual({ body: { reason: 'stopping', status: 'not ready' }, status: 503 })
  expect((await fetch(`${server.url}/api/health-check`)).status).toBe(200)
})
