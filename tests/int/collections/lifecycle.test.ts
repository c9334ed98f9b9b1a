import { createHash } from 'node:crypto'

import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { createPeople, type People } from '../access/people'

/** What is kept, goes along, or stands in the way when something is made or deleted. */
let payload: Payload
let people: People
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  people = await createPeople(payload)
})
afterAll(() => test.close())

const count = async (collection: 'activations' | 'licenses' | 'versions') =>
  (await payload.count({ collection })).totalDocs

describe('deleting', () => {
  it('a customer keeps their licences', async () => {
    const before = await count('licenses')
    await payload.delete({ collection: 'customers', id: people.other.id })
    expect(await count('licenses')).toBe(before)
  })

  it('a product that licences were issued for is refused, and says what to do', async () => {
    const deleting = payload.delete({ collection: 'products', id: people.product.id })
    await expect(deleting).rejects.toMatchObject({
      message: expect.stringContaining('switch the product off') as string,
      status: 409,
    })
  })

  it('a product takes its versions along', async () => {
    const { id } = await payload.create({ collection: 'products', data: { name: 'Unsold' } })
    const version = { product: id, releasedAt: new Date().toISOString(), version: '1.0' }
    await payload.create({ collection: 'versions', data: version })
    await payload.delete({ collection: 'products', id })
    expect(await count('versions')).toBe(0)
  })

  it('a licence takes its activations along, or neither goes', async () => {
    const before = await count('activations')
    await payload.db.drizzle.execute(`
      create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end';
      create trigger refuse before delete on licenses for each row execute function refuse()`)
    const { id } = people.theirs.license
    await expect(payload.delete({ collection: 'licenses', id })).rejects.toThrow()
    expect(await count('activations')).toBe(before)
    await payload.db.drizzle.execute('drop trigger refuse on licenses')
    await payload.delete({ collection: 'licenses', id })
    expect(await count('activations')).toBe(before - 1)
  })
})

describe('an API key', () => {
  it('is shown by the call that makes it, and stored as a hash only', async () => {
    const created = (await payload.create({
      collection: 'api-keys',
      data: { kind: 'external', name: 'Key' },
    })) as unknown as { id: string; key: string; prefix: string }
    expect(created.key).toMatch(/^lm_ext_[\w-]{32}$/)
    expect(created.key.startsWith(created.prefix)).toBe(true)
    const read = await payload.findByID({
      collection: 'api-keys',
      id: created.id,
      showHiddenFields: true,
    })
    expect(JSON.stringify(read)).not.toContain(created.key)
    expect(read).toMatchObject({
      keyHash: createHash('sha256').update(created.key).digest('hex'),
    })
  })

  it('cannot be chosen or changed by whoever writes', async () => {
    const admin = { ...people.admin, collection: 'users' as const }
    const chosen = await payload.create({
      collection: 'api-keys',
      data: { keyHash: 'chosen', kind: 'internal', name: 'Key', prefix: 'chosen' } as never,
      overrideAccess: false,
      showHiddenFields: true,
      user: admin,
    })
    expect(JSON.stringify(chosen)).not.toContain('chosen')
    const edited = await payload.update({
      collection: 'api-keys',
      data: { kind: 'external' },
      id: chosen.id,
      overrideAccess: false,
      user: admin,
    })
    expect(edited.kind).toBe('internal')
    expect(edited).not.toHaveProperty('key')
  })
})

describe('the status of a licence', () => {
  it('is derived: blocked wins over expired, and nothing of it is stored', async () => {
    const data = { expiresAt: '2020-01-01', product: people.product.id, type: 'trial' as const }
    const license = await payload.create({ collection: 'licenses', data })
    expect(license.status).toBe('expired')
    const blocked = await payload.update({
      collection: 'licenses',
      data: { isValid: false },
      id: license.id,
    })
    expect(blocked.status).toBe('blocked')
    const columns = await payload.db.drizzle.execute(
      "select column_name from information_schema.columns where table_name = 'licenses'",
    )
    expect(JSON.stringify(columns.rows)).not.toContain('"status"')
  })
})
