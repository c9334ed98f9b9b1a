import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { deleteLeftovers } from '../../../src/jobs/tasks/cleanUp'
import { type ImportDesk, openImportDesk } from './support/desk'
import { csv } from './support/imports'

/** What is there before an import writes, and after it: a dry run that writes nothing, and a result that is safe to open and does not stay for ever. */
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
        all.push((await db.execute(sql.raw(`select * from ${table} order by id`))).rows)
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
    expect((await imports.state(body.id)).status).toBe('ready')
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
        payloadInstanceCacheKey: new URL(desk.test.databaseUrl).pathname.slice(1),
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
    await db.execute(sql`update imports set status = 'running' where id = ${id}::uuid`)
    expect((await imports.call('DELETE', `/imports/${id}`)).status).toBe(409)
    await db.execute(sql`update imports set status = 'done' where id = ${id}::uuid`)
    expect((await imports.call('DELETE', `/imports/${id}`)).status).toBe(200)
    expect(await count('import_rows')).toBe(left - 1)
    expect(await count('customers')).toBe(1)
  })

  it('is forgotten after its time, with its rows, and sooner where nothing was written', async () => {
    await db.execute(sql`delete from import_rows`)
    await db.execute(sql`delete from imports`)
    const old = await imports.run(csv('name,email', 'A,a@example.com'))
    const left = await imports.check(csv('name,email', 'B,b@example.com'))
    const fresh = await imports.run(csv('name,email', 'C,c@example.com'))
    const age = (id: string, days: number) =>
      db.execute(
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
