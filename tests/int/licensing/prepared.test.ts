import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { activate } from '../../../src/licensing/activate'
import { createPreparedQuery } from '../../../src/licensing/repository/prepared'
import type { Database } from '../../../src/licensing/types'
import { installationOn, settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'

let test: TestLicensing
let license: License

beforeAll(async () => {
  test = await openLicensing()
  license = await test.createLicense()
})
afterAll(() => test.close())

const activateOn = (db: Database, domain: string) =>
  activate({
    db,
    installation: installationOn(domain),
    licenseCode: license.code ?? '',
    productReferenceId: test.product.referenceId ?? '',
    settings,
  })

it('activates once, in a second transaction, where a pooler between loses prepared statements', async () => {
  const pool = new pg.Pool({ ...test.pool.options, max: 1 })
  const kept = async () =>
    (await pool.query<{ count: number }>('select count(*)::int from pg_prepared_statements'))
      .rows[0]?.count ?? 0
  try {
    const db: Database = drizzle(pool)
    expect(await activateOn(db, 'before.example')).toMatchObject({ ok: true })
    expect(await kept()).toBeGreaterThan(3)
    await pool.query('deallocate all')
    expect(await activateOn(db, 'lost.example')).toMatchObject({ ok: true })
    expect(await activateOn(db, 'after.example')).toMatchObject({ ok: true })
    expect(await kept()).toBe(0)
    expect(await test.activeCount(license)).toBe(3)
  } finally {
    await pool.end()
  }
})

it('gives up a question that gets no answer, closes its connection, and asks the next on another', async () => {
  const pool = new pg.Pool({ ...test.pool.options, max: 1 })
  try {
    const ask = createPreparedQuery(pool, 'select pg_backend_pid() as pid, pg_sleep($1)', 100)
    const [{ pid } = {}] = await ask([0])
    await expect(ask([30])).rejects.toThrow('Query read timeout')
    const [next = {}] = await ask([0])
    expect(next.pid).toEqual(expect.any(Number))
    expect(next.pid).not.toBe(pid)
  } finally {
    await pool.end()
  }
})

it('waits for an answer from when the question has a connection', async () => {
  const pool = new pg.Pool({ ...test.pool.options, max: 1 })
  try {
    const ask = createPreparedQuery(pool, 'select pg_backend_pid() as pid, pg_sleep($1)', 2000)
    const [[first], [second]] = await Promise.all([ask([1.6]), ask([1.6])])
    expect(second?.pid).toBe(first?.pid)
  } finally {
    await pool.end()
  }
})
