import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { startWorker, type Worker } from '../../../src/jobs/worker'
import { deleteLeftovers } from '../../../src/jobs/tasks/cleanUp'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { xlsxOf } from '../../support/xlsx'
import { tokenOf } from '../../support/rest'
import { csv, type Imports, importsOf } from './support/imports'

/** Processes that die, several of them, and files and callers that mean no good. */
const longMs = 600_000
const rows = 5000
const root = path.resolve(import.meta.dirname, '../../..')

let imports: Imports
let payload: Payload
let test: TestPayload
const children: ChildProcess[] = []
const workers: Worker[] = []

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  imports = await importsOf(test)
})
afterAll(() => test.close())
beforeEach(async () => {
  await db().execute(
    sql`update imports set status = 'done' where status in ('checking', 'running')`,
  )
  await db().execute(sql`delete from customer_sessions`)
  await db().execute(sql`delete from customers`)
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await Promise.all(workers.splice(0).map((worker) => worker.stop()))
})

const db = () => (payload.db as unknown as { drizzle: Queryable }).drizzle
const many = csv(
  'name,email,client id',
  ...Array.from(
    { length: rows },
    (_, index) => `Customer ${index},c${index}@example.com,C-${index}`,
  ),
)

async function count(table: 'customers' | 'import_rows' | 'mails'): Promise<number> {
  const { rows: found } = await db().execute(
    sql`select count(*) as count from ${sql.identifier(table)}`,
  )
  return Number(found[0]?.count)
}

/** An import whose rows are checked, and that is started. */
async function start(options = {}): Promise<string> {
  const { id } = await imports.check(many, { options })
  await imports.call('POST', `/imports/${id}/run`)
  return id
}

async function startProcess(): Promise<ChildProcess> {
  const child = fork(path.join(import.meta.dirname, 'support/work.ts'), [], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: test.databaseUrl,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      SMTP_URL: '',
    },
    execArgv: ['--conditions=production', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.push(child)
  await once(child, 'message')
  return child
}

const processed = async (id: string) => (await imports.state(id)).processed
const status = async (id: string) => (await imports.state(id)).status

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
        const { rows: noted } = await db().execute(sql`
        select count(*) as count from import_rows where import_id = ${id}::uuid and document is not null`)
        expect(Number(noted[0]?.count)).toBe(at)
      }
      expect(kills).toBeGreaterThan(0)
      const last = await startProcess()
      await expect.poll(() => status(id), { timeout: longMs }).toBe('done')
      expect((await imports.state(id)).counts).toEqual({
        created: rows,
        failed: 0,
        skipped: 0,
        updated: 0,
      })
      expect(await count('customers')).toBe(rows)
      expect(await count('mails')).toBe(rows)
      last.kill('SIGKILL')
      await once(last, 'exit')
      // And once more, as somebody who does not trust it would.
      const again = await imports.run(many)
      expect(again.counts).toEqual({ created: 0, failed: 0, skipped: rows, updated: 0 })
      expect(await count('customers')).toBe(rows)
    },
  )

  it('while a file is read leaves no import that waits for ever', async () => {
    await db().execute(sql`
      insert into imports (filename, kind, status, updated_at) values ('x.csv', 'customers', 'reading', now() - interval '11 minutes')`)
    await imports.work()
    const { body } = await imports.call('GET', '/imports?where[filename][equals]=x.csv')
    expect(body.docs).toMatchObject([{ status: 'failed' }])
  })

  it('while rows are checked has them checked anew', async () => {
    const { id } = await imports.check(csv('name,email', 'A,a@example.com', 'B,a@example.com'))
    await db().execute(
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
  await db().execute(
    sql`alter table customers add constraint no_bob check (name <> 'Bob') not valid`,
  )
  try {
    const file = csv('name,email', 'A,a@example.com', 'Bob,b@example.com', 'C,c@example.com')
    const { counts, id } = await imports.run(file)
    expect(counts).toEqual({ created: 2, failed: 1, skipped: 0, updated: 0 })
    expect((await imports.rows(id, 'outcome=failed'))[0]).toMatchObject({
      message: 'The row could not be stored.',
      number: 2,
    })
  } finally {
    await db().execute(sql`alter table customers drop constraint no_bob`)
  }
})

describe('a dry run', () => {
  it('writes nothing but what it found', async () => {
    const snapshot = async () => {
      const all = []
      for (const table of [
        'customers',
        'licenses',
        'products',
        'mails',
        'payload_jobs',
        'account_tokens',
      ]) {
        all.push((await db().execute(sql.raw(`select * from ${table} order by id`))).rows)
      }
      return JSON.stringify(all)
    }
    await payload.create({
      collection: 'customers',
      data: { email: 'a@example.com', name: 'A', password: 'a long enough password' },
    })
    const before = await snapshot()
    const file = csv('name,email', 'Changed,a@example.com', 'B,b@example.com')
    const { counts } = await imports.check(file, {
      mode: 'upsert',
      options: { invites: true, trustsAddresses: true },
    })
    expect(counts).toEqual({ created: 1, failed: 0, skipped: 0, updated: 1 })
    expect(await snapshot()).toBe(before)
  })

  it('comes before writing: no import is written unchecked, or by another plan than was checked', async () => {
    const { body } = await imports.upload(csv('name,email', 'A,a@example.com'))
    expect((await imports.call('POST', `/imports/${body.id}/run`)).status).toBe(409)
    expect(await status(body.id)).toBe('ready')
    const checked = await imports.check(csv('name,email', 'A,a@example.com'))
    await imports.call('POST', `/imports/${checked.id}/run`, {
      body: { mode: 'upsert', options: { trustsAddresses: true } },
    })
    await imports.work()
    const { docs } = await payload.find({ collection: 'customers' })
    expect(docs).toMatchObject([{ confirmedAt: null }])
    expect((await imports.call('POST', `/imports/${checked.id}/run`)).status).toBe(409)
  })
})

describe('the result', () => {
  it('has every row with its outcome, and nothing that a spreadsheet runs', async () => {
    const file = csv(
      'name,email,comment',
      '=cmd|calc,a@example.com,"+1,2"',
      'B,not an address,@SUM(A1)',
    )
    const { id } = await imports.run(file)
    const { handleEndpoints } = await import('payload')
    const get = async (query = '') => {
      const response = await handleEndpoints({
        config: payload.config,
        payloadInstanceCacheKey: new URL(test.databaseUrl).pathname.slice(1),
        request: new Request(`http://localhost:3000/api/imports/${id}/result${query}`, {
          headers: { Authorization: `JWT ${imports.admin}` },
        }),
      })
      expect(response.headers.get('content-disposition')).toBe(
        'attachment; filename="file-result.csv"',
      )
      return (await response.text()).trim().split('\r\n')
    }
    const [heading, ...lines] = await get()
    expect(heading).toBe('name,email,comment,Row,Outcome,Message,Document')
    expect(lines[0]).toMatch(/^'=cmd\|calc,a@example\.com,"'\+1,2",1,Created,,[\da-f-]{36}$/)
    expect(lines[1]).toBe(
      "B,not an address,'@SUM(A1),2,Error,E-mail: this is not an e-mail address.,",
    )
    expect(await get('?only=failed')).toHaveLength(2)
  })

  it('goes with its import, which is not deleted while it is worked on', async () => {
    const { id } = await imports.run(csv('name,email', 'A,a@example.com'))
    const left = await count('import_rows')
    await db().execute(sql`update imports set status = 'running' where id = ${id}::uuid`)
    expect((await imports.call('DELETE', `/imports/${id}`)).status).toBe(409)
    await db().execute(sql`update imports set status = 'done' where id = ${id}::uuid`)
    expect((await imports.call('DELETE', `/imports/${id}`)).status).toBe(200)
    expect(await count('import_rows')).toBe(left - 1)
    expect(await count('customers')).toBe(1)
  })

  it('is forgotten after its time, with its rows, and sooner where nothing was written', async () => {
    await db().execute(sql`delete from import_rows`)
    await db().execute(sql`delete from imports`)
    const old = await imports.run(csv('name,email', 'A,a@example.com'))
    const left = await imports.check(csv('name,email', 'B,b@example.com'))
    const fresh = await imports.run(csv('name,email', 'C,c@example.com'))
    const age = (id: string, days: number) =>
      db().execute(
        sql`update imports set updated_at = now() - make_interval(days => ${days}) where id = ${id}::uuid`,
      )
    await age(old.id, 91)
    await age(left.id, 8)
    await age(fresh.id, 89)
    await deleteLeftovers(payload)
    const { body } = await imports.call('GET', '/imports')
    expect((body.docs as { id: string }[]).map(({ id }) => id)).toEqual([fresh.id])
    expect(await count('import_rows')).toBe(1)
  })
})

describe('files that mean no good', () => {
  it.each([
    ['in another encoding', 'x.csv', Buffer.from('name\nM\xfcller\n', 'latin1'), 'UTF-8'],
    ['that is no spreadsheet', 'x.xlsx', Buffer.from('name,email'), 'not a spreadsheet'],
    ['without rows', 'x.csv', 'name,email\n', 'no rows'],
    ['with a cell of a megabyte', 'x.csv', `name\n${'x'.repeat(1_000_000)}\n`, 'Row 1|row 1'],
    [
      'nested a thousand deep',
      'x.json',
      `[{"a":${'['.repeat(1000)}${']'.repeat(1000)}}]`,
      'too deep',
    ],
    [
      'that unpacks without end',
      'x.xlsx',
      xlsxOf([], { 'xl/sharedStrings.xml': Buffer.alloc(301 * 1024 * 1024, ' ') }),
      'too large',
    ],
  ])(
    'a file %s is refused in plain words, and nothing of it is kept',
    { timeout: longMs },
    async (_name, name, content, said) => {
      const before = await count('import_rows')
      const { body, status: answered } = await imports.upload(content, { name })
      expect(answered).toBe(201)
      const found = await imports.state(body.id)
      expect(found.status).toBe('failed')
      expect(found.error).toMatch(new RegExp(said))
      expect(await count('import_rows')).toBe(before)
    },
  )

  it('a file that is too large is refused while it comes in', { timeout: longMs }, async () => {
    const before = await count('import_rows')
    let sent = 0
    const line = Buffer.from(`${'x'.repeat(999)}\n`.repeat(1000))
    const stream = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 200) return controller.close()
        controller.enqueue(new Uint8Array(line))
      },
    })
    const { body } = await imports.upload(stream)
    expect((await imports.state(body.id)).error).toContain('larger than 50 MB')
    expect(sent).toBeLessThan(100)
    expect(await count('import_rows')).toBe(before)
  })

  it.each(['x.exe', 'x', '', 'x.csv\0.exe'])('a file called %j is no import', async (name) => {
    expect((await imports.upload('name\nA\n', { name })).status).toBe(400)
  })

  it('headings and cells of prototypes, NUL and half letters are stored as text, and refused as values', async () => {
    const file = JSON.stringify([
      {
        __proto__x: 1,
        constructor: 'x',
        email: 'a@example.com',
        name: 'A\u0000B',
        toString: '\ud800',
      },
    ])
    const { counts, id } = await imports.run(file, { name: 'x.json' })
    expect(counts.failed).toBe(1)
    expect((await imports.rows(id))[0]?.message).toContain('cannot be stored')
  })
})

describe('customers and strangers', () => {
  it('are refused by every call, whatever they know', async () => {
    const email = 'customer@example.com'
    const password = 'a long enough password'
    await payload.create({ collection: 'customers', data: { email, name: 'C', password } })
    const token = await tokenOf(payload, 'customers', { email, password })
    const { id } = await imports.check(csv('name,email', 'A,a@example.com'))
    const before = JSON.stringify(await imports.state(id))
    const all = payload.collections.imports.config.endpoints || []
    // Payload tells everybody what they may do, which is nothing here.
    const endpoints = all.filter(({ path: at }) => !at.startsWith('/access'))
    const calls = [
      ...endpoints.map(
        ({ method, path: at }) => [method.toUpperCase(), at.replace(':id', id)] as const,
      ),
      ['GET', ''],
      ['GET', `/${id}`],
      ['PATCH', `/${id}`],
      ['DELETE', `/${id}`],
    ] as const
    expect(calls.length).toBeGreaterThan(10)
    for (const [method, at] of calls) {
      for (const as of [{ token }, {}]) {
        const { status: answered } = await imports.rest(
          method,
          `/imports${at}?where[id][exists]=true`,
          {
            ...as,
            ...(method === 'GET' ? {} : { body: { mapping: { email: 0 }, mode: 'create' } }),
          },
        )
        expect(`${method} ${at} ${[401, 403, 404].includes(answered)}`).toBe(`${method} ${at} true`)
      }
    }
    expect(JSON.stringify(await imports.state(id))).toBe(before)
    expect(await count('customers')).toBe(1)
  })

  it('make no administrator import by a page of theirs', async () => {
    const { id } = await imports.check(csv('name,email', 'A,a@example.com'))
    for (const Origin of ['https://evil.example', 'null', '']) {
      const headers = { Origin }
      expect((await imports.call('POST', `/imports/${id}/run`, { headers })).status).toBe(403)
      expect((await imports.upload('name\nA\n', {}, headers)).status).toBe(403)
    }
    expect(await status(id)).toBe('checked')
  })

  it('an id that is none, or nobody knows, is answered as such', async () => {
    expect((await imports.call('GET', `/imports/${crypto.randomUUID()}/state`)).status).toBe(404)
    expect((await imports.call('POST', "/imports/' or 1=1/run")).status).toBe(400)
  })
})
