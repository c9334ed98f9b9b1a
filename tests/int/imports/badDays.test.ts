import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { startWorker, type Worker } from '../../../src/jobs/worker'
import { type ImportDesk, openImportDesk } from './support/desk'
import { csv } from './support/imports'
import { expectIntact } from './support/intact'
import { startWorkProcess } from './support/workProcess'

/** Processes that die, several of them, and a database that refuses. */
const longMs = 600_000
const rows = 10_000
const children: ChildProcess[] = []
const workers: Worker[] = []

let desk: ImportDesk
let count: ImportDesk['count']
let db: ImportDesk['db']
let imports: ImportDesk['imports']
let payload: ImportDesk['payload']

beforeAll(async () => {
  desk = await openImportDesk()
  ;({ count, db, imports, payload } = desk)
})
afterAll(() => desk.close())
beforeEach(() => desk.forget())
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
  await expectIntact(desk)
})

const many = csv(
  'name,email,client id',
  ...Array.from(
    { length: rows },
    (_, index) => `Customer ${index},c${index}@example.com,C-${index}`,
  ),
)

/** An import whose rows are checked, and that is started. */
async function start(options = {}): Promise<string> {
  const { id } = await imports.check(many, { options })
  await imports.call('POST', `/imports/${id}/run`)
  return id
}

async function startProcess(): Promise<ChildProcess> {
  const child = await startWorkProcess(desk.test.databaseUrl)
  children.push(child)
  return child
}

const processed = async (id: string) => (await imports.state(id)).processed

describe('a process that is killed in the middle', () => {
  it(
    'leaves whole batches, and the next one goes on: nobody twice, nobody left out, each invited once',
    { timeout: longMs },
    async () => {
      const id = await start({ invites: true })
      let kills = 0
      for (const share of [0.1, 0.5]) {
        const child = await startProcess()
        await expect
          .poll(() => processed(id), { interval: 10, timeout: longMs })
          .toBeGreaterThan(rows * share)
        const end = once(child, 'exit')
        child.kill('SIGKILL')
        await end
        const at = await processed(id)
        if (at < rows) kills += 1
        // What is written and what is noted of it are one.
        expect(await count('customers')).toBe(at)
        const { rows: noted } = await db.execute(sql`
        select count(*) as count from import_rows where import_id = ${id}::uuid and document is not null`)
        expect(Number(noted[0]?.count)).toBe(at)
        await expectIntact(desk)
      }
      expect(kills).toBeGreaterThan(0)
      const last = await startProcess()
      await expect
        .poll(async () => (await imports.state(id)).status, { timeout: longMs })
        .toBe('done')
      expect((await imports.state(id)).counts).toEqual({
        created: rows,
        failed: 0,
        skipped: 0,
        updated: 0,
      })
      expect(await count('customers')).toBe(rows)
      expect(await count('mails')).toBe(rows)
      await expectIntact(desk)
      last.kill('SIGKILL')
      await once(last, 'exit')
      // And once more, as somebody who does not trust it would.
      const again = await imports.run(many)
      expect(again.counts).toEqual({ created: 0, failed: 0, skipped: rows, updated: 0 })
      expect(await count('customers')).toBe(rows)
    },
  )

  it('while a file is read leaves no import that waits for ever', async () => {
    await db.execute(sql`
      insert into imports (filename, kind, status, updated_at) values ('x.csv', 'customers', 'reading', now() - interval '11 minutes')`)
    await imports.work()
    const { body } = await imports.call('GET', '/imports?where[filename][equals]=x.csv')
    expect(body.docs).toMatchObject([{ status: 'failed' }])
  })

  it('while rows are checked has them checked anew', async () => {
    const { id } = await imports.check(csv('name,email', 'A,a@example.com', 'B,a@example.com'))
    await db.execute(
      sql`update imports set status = 'checking', processed = 1, updated_at = now() - interval '1 minute' where id = ${id}::uuid`,
    )
    await imports.work()
    expect((await imports.state(id)).counts).toEqual({
      created: 1,
      failed: 0,
      skipped: 1,
      updated: 0,
    })
  })
})

it('two workers at the same import write every row once', { timeout: longMs }, async () => {
  const id = await start()
  await Promise.all([imports.work(), imports.work(), imports.work()])
  expect((await imports.state(id)).counts).toEqual({
    created: rows,
    failed: 0,
    skipped: 0,
    updated: 0,
  })
  expect(await count('customers')).toBe(rows)
})

it(
  'two workers that check the same import do not have each other begin anew',
  { timeout: longMs },
  async () => {
    const { body } = await imports.upload(many)
    const plan = { mapping: { clientId: 2, email: 1, name: 0 }, mode: 'create' }
    await imports.call('POST', `/imports/${body.id}/check`, { body: plan })
    await Promise.all([imports.work(), imports.work(), imports.work()])
    const { counts, status: then } = await imports.state(body.id)
    expect(then).toBe('checked')
    expect(counts.created).toBe(rows)
  },
)

it(
  'the worker does it by itself, and is stopped between two batches',
  { timeout: longMs },
  async () => {
    const id = await start()
    const worker = startWorker(payload, { everyMs: 50 })
    workers.push(worker)
    await expect.poll(() => processed(id), { interval: 20, timeout: longMs }).toBeGreaterThan(0)
    await worker.stop()
    const at = await processed(id)
    expect(at).toBeLessThan(rows)
    expect(await count('customers')).toBe(at)
  },
)

it('a cancelled import keeps what is written, and can go on', { timeout: longMs }, async () => {
  const id = await start()
  const work = imports.work()
  await expect.poll(() => processed(id), { interval: 20, timeout: longMs }).toBeGreaterThan(0)
  expect((await imports.call('POST', `/imports/${id}/cancel`)).status).toBe(200)
  await work
  const { processed: at, status: then } = await imports.state(id)
  expect(then).toBe('cancelled')
  expect(at).toBeLessThan(rows)
  expect(await count('customers')).toBe(at)
  const [first] = await imports.rows(id, 'outcome=pending')
  expect(first).toMatchObject({ number: at + 1, outcome: 'pending' })
  await imports.call('POST', `/imports/${id}/run`)
  await imports.work()
  expect((await imports.state(id)).counts.created).toBe(rows)
  expect(await count('customers')).toBe(rows)
})

it('one row that the database refuses holds up no other', async () => {
  await db.execute(sql`alter table customers add constraint no_bob check (name <> 'Bob') not valid`)
  try {
    const file = csv('name,email', 'A,a@example.com', 'Bob,b@example.com', 'C,c@example.com')
    const { counts, id } = await imports.run(file)
    expect(counts).toEqual({ created: 2, failed: 1, skipped: 0, updated: 0 })
    expect((await imports.rows(id, 'outcome=failed'))[0]).toMatchObject({
      message: 'The row could not be stored.',
      number: 2,
    })
  } finally {
    await db.execute(sql`alter table customers drop constraint no_bob`)
  }
})
