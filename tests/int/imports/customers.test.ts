import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { xlsxOf } from '../../support/xlsx'
import { type ImportDesk, openImportDesk } from './support/desk'
import { csv } from './support/imports'

/** Customers from files: who is made, and who is changed. */
let customers: ImportDesk['customers']
let desk: ImportDesk
let imports: ImportDesk['imports']

beforeAll(async () => {
  desk = await openImportDesk()
  ;({ customers, imports } = desk)
})
afterAll(() => desk.close())
beforeEach(() => desk.remove('customers', 'licenses'))

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
