import { sql } from '@payloadcms/db-postgres/drizzle'
import bcrypt from 'bcryptjs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { licensesOf } from '../../../access/ownLicenses'
import type { Customer } from '../../../payload-types'
import { type ImportDesk, openImportDesk } from './support/desk'
import { csv } from './support/imports'

/** Customers from files: what no file can do to an account. */
let customers: ImportDesk['customers']
let db: ImportDesk['db']
let desk: ImportDesk
let imports: ImportDesk['imports']
let payload: ImportDesk['payload']

beforeAll(async () => {
  desk = await openImportDesk()
  ;({ customers, db, imports, payload } = desk)
})
afterAll(() => desk.close())
beforeEach(() => desk.remove('customers', 'licenses'))

async function hashes(): Promise<unknown[]> {
  const { rows } = await db.execute(sql`select imported_hash from customers`)
  return rows.map((row) => row.imported_hash)
}

describe('what a file cannot do', () => {
  it('set roles, passwords, verification or anything that is no field of an import', async () => {
    const evil = {
      _verified: 'true',
      collection: 'users',
      confirmedAt: '2020-01-01',
      disabledAt: '2020-01-01',
      email: 'eve@example.com',
      hash: 'pbkdf2-sha256-v1:00',
      importedHash: '$2y$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
      lastLogin: '2020-01-01',
      name: 'Eve',
      role: 'admin',
      roles: 'admin',
      salt: '00',
    }
    const { counts } = await imports.run(JSON.stringify([evil]), { name: 'evil.json' })
    expect(counts.created).toBe(1)
    const { rows } = await db.execute(sql`select * from customers`)
    expect(rows[0]).toMatchObject({
      confirmed_at: null,
      disabled_at: null,
      hash: null,
      imported_hash: null,
      last_login: null,
      salt: null,
    })
    expect((await payload.count({ collection: 'users' })).totalDocs).toBe(1)
  })

  it.each(['role', 'hash', 'importedHash', '_verified', '__proto__', 'constructor'])(
    'be mapped to %s',
    async (field) => {
      const { body } = await imports.upload(csv('email,name', 'a@example.com,A'))
      const mapping = JSON.parse(`{"email": 0, ${JSON.stringify(field)}: 1}`) as object
      const answer = await imports.call('POST', `/imports/${body.id}/check`, {
        body: { mapping, mode: 'create' },
      })
      expect(answer.status).toBe(400)
    },
  )

  it('confirm addresses without the administrator saying so, even where a column does', async () => {
    const file = csv(
      'name,email,email_verified_at',
      'Ada,ada@example.com,2020-05-06 07:08:09',
      'Bob,bob@example.com,NULL',
    )
    await imports.run(file)
    expect((await customers()).map(({ confirmedAt }) => confirmedAt)).toEqual([null, null])
    await imports.run(file, { mode: 'upsert', options: { trustsAddresses: true } })
    expect((await customers()).map(({ confirmedAt }) => confirmedAt)).toEqual([
      '2020-05-06T07:08:09.000Z',
      null,
    ])
  })

  it('confirm an account that a stranger opened with the address, or give it another password', async () => {
    await payload.create({
      collection: 'customers',
      data: {
        email: 'victim@example.com',
        name: 'Stranger',
        password: 'the password of the stranger',
      },
    })
    const file = csv(
      'name,email,password',
      `Victim,victim@example.com,${await bcrypt.hash('the password of the victim', 4)}`,
    )
    const { counts, id } = await imports.run(file, {
      mode: 'upsert',
      options: { trustsAddresses: true, trustsHashes: true },
    })
    expect(counts.updated).toBe(1)
    const { rows } = await db.execute(sql`select confirmed_at, imported_hash from customers`)
    expect(rows).toEqual([{ confirmed_at: null, imported_hash: null }])
    const [row] = await imports.rows(id)
    expect(row?.message).toContain('left unconfirmed')
  })

  it('confirm an account that a stranger opened by another provider, which had never asked for the address', async () => {
    await db.execute(sql`
      with stranger as (
        insert into customers (name, email, client_id, created_at, updated_at)
        values ('Stranger', 'victim@example.com', 'stranger', now(), now()) returning id)
      insert into identities (account_id, provider, subject, created_at, updated_at)
      select id, 'facebook', 'stranger', now(), now() from stranger`)
    const { id } = await imports.run(csv('name,email', 'Victim,victim@example.com'), {
      mode: 'upsert',
      options: { trustsAddresses: true },
    })
    const { rows } = await db.execute(sql`select confirmed_at, imported_hash from customers`)
    expect(rows).toEqual([{ confirmed_at: null, imported_hash: null }])
    expect((await imports.rows(id))[0]?.message).toContain('left unconfirmed')
  })

  it('match a licence by an address that nobody confirmed', async () => {
    const product = await payload.create({ collection: 'products', data: { name: 'Product' } })
    const license = await payload.create({
      collection: 'licenses',
      data: { email: 'ada@example.com', product: product.id, type: 'perpetual' },
    })
    const seen = async () => {
      const [ada] = await customers()
      const where = licensesOf(ada as Customer)
      if (!where) return []
      const { docs } = await payload.find({ collection: 'licenses', where })
      return docs.map(({ id }) => id)
    }
    const file = csv('name,email', 'Ada,ada@example.com')
    await imports.run(file)
    expect(await seen()).toEqual([])
    await imports.run(file, { mode: 'upsert', options: { trustsAddresses: true } })
    expect(await seen()).toEqual([license.id])
  })

  it('keep the confirmation of an address that it changes', async () => {
    await imports.run(csv('name,email,client id', 'Ada,ada@example.com,A'), {
      options: { trustsAddresses: true },
    })
    await imports.run(csv('client id,email', 'A,other@example.com'), { mode: 'update' })
    expect((await customers())[0]).toMatchObject({ confirmedAt: null, email: 'other@example.com' })
  })

  it('bring hashes that the administrator did not vouch for, or that are too dear to check', async () => {
    const good = await bcrypt.hash('whatever', 4)
    const file = csv('name,email,password', `Ada,ada@example.com,${good}`)
    expect((await imports.run(file)).counts.created).toBe(1)
    expect(await hashes()).toEqual([null])
    const others = csv(
      'name,email,password',
      `A,a@example.com,$2y$15$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy`,
      'B,b@example.com,plain text',
      'C,c@example.com,$argon2id$v=19$m=65536$abc$def',
      `D,d@example.com,${good}x`,
    )
    const { counts, id } = await imports.run(others, { options: { trustsHashes: true } })
    expect(counts.failed).toBe(4)
    expect((await imports.rows(id))[0]?.message).toContain('bcrypt cost over 12')
    expect(await customers()).toHaveLength(1)
  })

  it('show a hash again: not in rows, not in the result, and not in the database once it is taken over', async () => {
    const hash = await bcrypt.hash('whatever', 4)
    const file = csv('name,email,password', `Ada,ada@example.com,${hash}`)
    const options = { trustsHashes: true }
    const checked = await imports.check(file, { options })
    expect(JSON.stringify(await imports.rows(checked.id))).not.toContain('$2')
    await imports.call('POST', `/imports/${checked.id}/run`)
    await imports.work()
    const { rows } = await db.execute(sql`select data::text as data from import_rows`)
    expect(JSON.stringify(rows)).not.toContain(hash)
    const { body } = await imports.call('GET', '/customers?depth=0')
    expect(JSON.stringify(body)).not.toContain('$2')
  })
})
