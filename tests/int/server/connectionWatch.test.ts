import { createServer } from 'node:net'

import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { watchConnections } from '../../../src/server/connectionWatch'
import { freePort } from '../../../scripts/support/port'
import { createTestPayload, type TestPayload } from '../../support/payload'

/** Pages say that they cannot be had now, where it is the database that cannot. */
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
})
afterAll(() => test.close())

const watched = (connectionString: string) => {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis: 300, max: 1 })
  return { isAway: watchConnections(pool), pool }
}

it('a connection that breaks is noticed, and the next one that is had as well', async () => {
  const { isAway, pool } = watched(test.databaseUrl)
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  expect(isAway()).toBe(false)
  const other = new pg.Pool({ connectionString: test.databaseUrl })
  await other.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await other.end()
  await expect.poll(isAway).toBe(true)
  await pool.query('select 1')
  expect(isAway()).toBe(false)
  const client = await pool.connect()
  await expect(pool.connect()).rejects.toThrow('timeout')
  expect(isAway()).toBe(true)
  client.release()
  ;(await pool.connect()).release()
  expect(isAway()).toBe(false)
  await pool.end()
})

it.each([
  ['refuses connections', () => Promise.resolve(() => undefined)],
  ['takes connections and says nothing', silentServer],
])('a database that %s is away, until it answers', async (_, start) => {
  const port = await freePort()
  const close = await start(port)
  const url = new URL(test.databaseUrl)
  url.host = `127.0.0.1:${port}`
  const { isAway, pool } = watched(url.href)
  await expect(pool.query('select 1')).rejects.toThrow()
  expect(isAway()).toBe(true)
  await pool.end()
  close()
})

function silentServer(port: number): Promise<() => void> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.on('error', () => undefined))
    server.listen(port, '127.0.0.1', () => {
      resolve(() => void server.close())
    })
  })
}
