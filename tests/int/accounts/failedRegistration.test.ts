import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { deleteLeftovers } from '../../../src/jobs/tasks/cleanUp'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'

/** A registration that fails for good: nobody needs the hash of its password any more, and whoever reads the database must not find it. */
let db: Queryable
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  await db.execute(sql`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'not today'; end $$`)
})
afterAll(() => test.close())
beforeEach(async () => {
  await db.execute(sql`delete from payload_jobs`)
  await db.execute(sql`delete from customers`)
  await db.execute(sql`drop trigger if exists refuse on customers`)
})

const registration = {
  email: 'ada@example.com',
  hash: 'HASH-OF-IT',
  name: 'Ada',
  salt: 'SALT-OF-IT',
}
const secrets = /HASH-OF-IT|SALT-OF-IT/

const fail = () =>
  db.execute(
    sql`create trigger refuse before insert on customers for each row execute function refuse()`,
  )

const queue = () => payload.jobs.queue({ input: registration, queue: 'accounts', task: 'register' })

async function runOnce(): Promise<void> {
  await db.execute(sql`update payload_jobs set wait_until = null`)
  await payload.jobs.run({ queue: 'accounts', silent: true })
}

async function kept(): Promise<{ jobs: string; log: string }> {
  const { rows } = await db.execute(sql`
    select (select json_agg(j) from payload_jobs j where task_slug = 'register')::text as jobs,
      (select json_agg(l) from payload_jobs_log l)::text as log`)
  return rows[0] as { jobs: string; log: string }
}

it('keeps the hash for the next try only, and never in what is noted of a failure', async () => {
  await fail()
  await queue()
  await runOnce()
  const { jobs, log } = await kept()
  expect(jobs).toMatch(secrets)
  expect(log).toContain('not today')
  expect(log).not.toMatch(secrets)
  await db.execute(sql`drop trigger refuse on customers`)
  await runOnce()
  const { rows } = await db.execute(
    sql`select hash from customers where email = ${registration.email}`,
  )
  expect(rows).toEqual([{ hash: registration.hash }])
  expect((await kept()).jobs).toBeNull()
})

it('forgets it with the last try', async () => {
  await fail()
  await queue()
  for (let tries = 0; tries < 6; tries += 1) await runOnce()
  const { jobs, log } = await kept()
  expect(jobs).toContain('"has_error":true')
  expect(jobs).toContain(registration.email)
  expect(jobs + log).not.toMatch(secrets)
})

it('the clean-up forgets those of earlier failures, and leaves those that are still tried', async () => {
  await fail()
  await queue()
  await runOnce()
  await db.execute(sql`update payload_jobs_log set input = ${JSON.stringify(registration)}::jsonb`)
  await deleteLeftovers(payload)
  expect((await kept()).log).not.toMatch(secrets)
  expect((await kept()).jobs).toMatch(secrets)
  await db.execute(sql`update payload_jobs set has_error = true`)
  await deleteLeftovers(payload)
  expect((await kept()).jobs).not.toMatch(secrets)
})
