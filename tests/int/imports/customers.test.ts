import { sql } from '@payloadcms/db-postgres/drizzle'
import bcrypt from 'bcryptjs'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { licensesOf } from '../../../access/ownLicenses'
import type { Customer } from '../../../payload-types'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { xlsxOf } from '../../support/xlsx'
import { csv, type Imports, importsOf } from './support/imports'

/** Customers from files: who is made, who is changed, and what no file can do to an account. */
let imports: Imports
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  imports = await importsOf(test)
})
afterAll(() => test.close())
beforeEach(async () => {
  for (const collection of ['customers', 'licenses'] as const) {
    await payload.delete({ collection, where: { id: { exists: true } } })
  }
})

const db = () => (payload.db as unknown as { drizzle: Queryable }).drizzle

async function customers(): Promise<Customer[]> {
  const { docs } = await payload.find({
    collection: 'customers',
    pagination: false,
    showHiddenFields: true,
    sort: 'email',
  })
  return docs
}

async function hashes(): Promise<unknown[]> {
  const { rows } = await db().execute(sql`select imported_hash from customers`)
  return rows.map((row) => row.imported_hash)
}

describe('a file of customers', () => {
  it('makes them, with normalised addresses, and leaves the addresses unconfirmed', async () => {
    const file = csv(
      'Name;E-Mail-Adresse;Kundennummer;Sprache',
      'Ada Lovelace; Ada@Example.COM ;C-1;de',
      '"Hopper; Grace";grace@example.com;;',
    )
    const { counts, status } = await imports.run(file)
    expect(status).toBe('done')
    expect(counts).toEqual({ created: 2, failed: 0, skipped: 0, updated: 0 })
    const [ada, grace] = await customers()
    expect(ada).toMatchObject({
      clientId: 'C-1',
      confirmedAt: null,
      email: 'ada@example.com',
      language: 'de',
      name: 'Ada Lovelace',
    })
    expect(grace).toMatchObject({
      clientId: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      name: 'Hopper; Grace',
    })
  })

  it.each([
    [
      'xlsx',
      () =>
        xlsxOf([
          ['name', 'email', 'created at'],
          ['Ada', 'ada@example.com', new Date('2020-02-03')],
        ]),
    ],
    [
      'json',
      () => JSON.stringify([{ name: 'Ada', email: 'ada@example.com', 'created at': '2020-02-03' }]),
    ],
    ['csv', () => '\uFEFFname\temail\tcreated at\nAda\tada@example.com\t03.02.2020\n'],
  ])('may be %s', async (ending, make) => {
    const { counts } = await imports.run(make(), { name: `people.${ending}` })
    expect(counts.created).toBe(1)
    expect((await customers())[0]).toMatchObject({
      createdAt: '2020-02-03T00:00:00.000Z',
      name: 'Ada',
    })
  })

  it('says of each row what is wrong with it, and takes the others', async () => {
    const file = csv(
      'name,email,language',
      'Ada,ada@example.com,en',
      'Bob,not an address,fr',
      ',nameless@example.com,',
      'Eve,"eve@example.com, mallory@example.com",',
      'Ada again,ADA@example.com,',
    )
    const checked = await imports.check(file)
    expect(checked.counts).toEqual({ created: 1, failed: 3, skipped: 1, updated: 0 })
    expect(await customers()).toEqual([])
    const rows = await imports.rows(checked.id)
    expect(rows.map(({ message }) => message)).toEqual([
      '',
      'E-mail: this is not an e-mail address. Language: the languages are en and de.',
      'Name: this is needed.',
      'E-mail: this is not an e-mail address.',
      'An earlier row of the file is about the same one.',
    ])
    await imports.call('POST', `/imports/${checked.id}/run`)
    await imports.work()
    expect((await imports.state(checked.id)).counts).toEqual({
      created: 1,
      failed: 3,
      skipped: 1,
      updated: 0,
    })
    expect(await customers()).toHaveLength(1)
  })

  it('is told in German as well', async () => {
    const { id } = await imports.check(csv('name,email', 'Bob,x'))
    const { body } = await imports.call('GET', `/imports/${id}/rows`, {
      headers: { 'Accept-Language': 'de' },
    })
    expect(body.rows).toMatchObject([{ message: 'E-Mail: das ist keine E-Mail-Adresse.' }])
  })

  it('imported a second time makes nobody twice', async () => {
    const file = csv('name,email,client id', 'Ada,ada@example.com,A', 'Bob,bob@example.com,B')
    await imports.run(file)
    const again = await imports.run(file)
    expect(again.counts).toEqual({ created: 0, failed: 0, skipped: 2, updated: 0 })
    const upsert = await imports.run(file, { mode: 'upsert' })
    expect(upsert.counts).toEqual({ created: 0, failed: 0, skipped: 0, updated: 2 })
    expect(await customers()).toHaveLength(2)
  })

  it('changes those who are there by Client ID or address, and leaves alone what it does not say', async () => {
    await imports.run(
      csv('name,email,client id,language', 'Ada,ada@example.com,A,de', 'Bob,bob@example.com,B,de'),
    )
    const { counts } = await imports.run(
      csv(
        'client id,email,name',
        'A,new@example.com,',
        ',bob@example.com,Robert',
        'Z,z@example.com,Zoe',
      ),
      { mode: 'update' },
    )
    expect(counts).toEqual({ created: 0, failed: 0, skipped: 1, updated: 2 })
    expect(await customers()).toMatchObject([
      { clientId: 'B', language: 'de', name: 'Robert' },
      { clientId: 'A', email: 'new@example.com', language: 'de', name: 'Ada' },
    ])
  })

  it('changes no Client ID by address, and gives nobody the address of another', async () => {
    await imports.run(csv('name,email,client id', 'Ada,ada@example.com,A', 'Bob,bob@example.com,B'))
    const before = await customers()
    const { counts, id } = await imports.run(
      csv('client id,email', 'OTHER,ada@example.com', 'A,bob@example.com'),
      { mode: 'upsert' },
    )
    expect(counts.failed).toBe(2)
    expect((await imports.rows(id)).map(({ message }) => message)).toEqual([
      'Client ID: the customer with this e-mail address has another Client ID.',
      'E-mail: the e-mail address belongs to another customer.',
    ])
    expect(await customers()).toEqual(before)
  })

  it('may name the same customer in two ways: both rows hold, in their order', async () => {
    await imports.run(csv('name,email,client id', 'Ada,ada@example.com,A'))
    const { counts } = await imports.run(
      csv('client id,email,name', 'A,,First', ',ada@example.com,Second'),
      {
        mode: 'update',
      },
    )
    expect(counts.updated).toBe(2)
    expect((await customers())[0]?.name).toBe('Second')
  })
})

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
    const { rows } = await db().execute(sql`select * from customers`)
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
    const { rows } = await db().execute(sql`select confirmed_at, imported_hash from customers`)
    expect(rows).toEqual([{ confirmed_at: null, imported_hash: null }])
    const [row] = await imports.rows(id)
    expect(row?.message).toContain('left unconfirmed')
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
    const { rows } = await db().execute(sql`select data::text as data from import_rows`)
    expect(JSON.stringify(rows)).not.toContain(hash)
    const { body } = await imports.call('GET', '/customers?depth=0')
    expect(JSON.stringify(body)).not.toContain('$2')
  })
})
