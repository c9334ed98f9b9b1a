import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import type { License } from '../../../payload-types'
import {
  createActivationFinder,
  findActivationWithLicense,
} from '../../../src/licensing/repository/claims'
import { findActivationById } from '../../../src/licensing/repository/activations'
import { findLicenseById } from '../../../src/licensing/repository/licenses'
import type { Pool } from '../../../src/licensing/repository/prepared'
import { openLicensing, type TestLicensing } from './support/licensing'

let test: TestLicensing
let licenses: License[]
let ids: string[]

beforeAll(async () => {
  test = await openLicensing()
  licenses = []
  ids = []
  for (const domain of ['a.example', 'b.example', 'c.example']) {
    const license = await test.createLicense({ domains: [domain, '*.test'], ips: ['10.0.0.*'] })
    licenses.push(license)
    const installation = { domain, ip: '10.0.0.1' } as const
    ids.push((await test.activated(license, domain, { installation: of(installation) })).id)
  }
})
afterAll(() => test.close())

const of = (place: { domain: string; ip: string }) => ({
  clientName: null,
  fingerprint: null,
  url: null,
  userAgent: null,
  ...place,
})

it('answers each of those who ask together, by one query', async () => {
  const query = vi.fn(test.pool.query.bind(test.pool))
  const find = createActivationFinder({ query } as unknown as Pool)
  const asked = [ids[1], ids[0], randomUUID(), ids[1]?.toUpperCase(), 'no id', ids[2]]
  const answers = await Promise.all(asked.map((id) => find(id ?? '')))
  expect(answers.map((answer) => answer?.activation.domain ?? null)).toEqual([
    'b.example',
    'a.example',
    null,
    'b.example',
    null,
    'c.example',
  ])
  expect(answers[0]?.license).toMatchObject({
    code: licenses[1]?.code,
    domains: ['b.example', '*.test'],
    ips: ['10.0.0.*'],
  })
  expect(query).toHaveBeenCalledTimes(1)
  expect(answers[0]).toEqual(await findActivationWithLicense(test.db, ids[1] ?? ''))
})

it('reads a licence as the query of one licence does', async () => {
  const license = await test.createLicense({
    email: 'ada@example.com',
    entitlements: [
      { kind: 'number', name: 'seats', value: '5' },
      { kind: 'flag', name: 'api', value: 'true' },
    ],
    expirationDays: 30,
    expiresAt: '2999-12-31T23:59:59.123Z',
    parallelUses: 3,
    supportUntil: '2998-01-01T00:00:00.000Z',
    totalUses: 40,
  })
  const { id } = await test.activated(license, 'd.example')
  const found = await createActivationFinder(test.pool)(id)
  expect(found).toEqual({
    activation: await findActivationById(test.db, id),
    license: await findLicenseById(test.db, license.id),
  })
  expect(found?.license).toMatchObject({
    expiresAt: new Date('2999-12-31T23:59:59.123Z'),
    parallelUses: 3,
  })
})

it('knows nothing of an earlier answer, though others are still waiting for theirs', async () => {
  const find = createActivationFinder(test.pool)
  const id = ids[0] ?? ''
  expect((await find(id))?.license.isValid).toBe(true)
  const before = Array.from({ length: 500 }, () => find(id))
  await test.payload.update({
    collection: 'licenses',
    data: { isValid: false },
    id: licenses[0]?.id ?? '',
  })
  expect((await find(id))?.license.isValid).toBe(false)
  expect(await Promise.all(before)).toHaveLength(500)
})

it('goes on where a pooler between loses prepared statements', async () => {
  const pool = new pg.Pool({ ...test.pool.options, max: 1 })
  try {
    const find = createActivationFinder(pool)
    expect(await find(ids[1] ?? '')).not.toBeNull()
    await pool.query('deallocate all')
    expect(await find(ids[1] ?? '')).not.toBeNull()
    const { rows } = await pool.query('select name from pg_prepared_statements')
    expect(await find(ids[2] ?? '')).not.toBeNull()
    expect(rows).toEqual([])
  } finally {
    await pool.end()
  }
})

it('tells all who asked together of a failure, and answers the next', async () => {
  let isAway = true
  const query = (question: Parameters<Pool['query']>[0]) =>
    isAway ? Promise.reject(new Error('away')) : (test.pool as Pool).query(question)
  const find = createActivationFinder({ query })
  const answers = await Promise.allSettled(ids.map((id) => find(id)))
  expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 'rejected'))
  isAway = false
  expect(await find(ids[1] ?? '')).not.toBeNull()
  expect(await Promise.all(ids.map((id) => find(id)))).not.toContain(null)
})

it('has all who wait share the next question, so that a slow database holds up no backlog', async () => {
  const answers: (() => void)[] = []
  const asked: number[] = []
  const find = createActivationFinder({
    query: (question) => {
      const [some = []] = (question as unknown as { values: string[][] }).values
      asked.push(some.length)
      return new Promise((resolve) => answers.push(() => resolve({ rows: [] })))
    },
  })
  const ask = () => find(randomUUID())
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const calls = []
  for (let question = 0; question < 4; question += 1) {
    calls.push(ask())
    await turn()
  }
  for (let count = 0; count < 1000; count += 1) {
    calls.push(ask())
    if (count % 100 === 0) await turn()
  }
  expect(asked).toEqual([1, 1, 1, 1])
  answers[0]?.()
  await vi.waitFor(() => expect(asked).toEqual([1, 1, 1, 1, 1000]))
  for (const answer of answers) answer()
  expect(await Promise.all(calls)).toHaveLength(1004)
})
