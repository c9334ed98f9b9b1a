import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { type ImportDesk, openImportDesk } from './support/desk'
import { csv } from './support/imports'

/** Licences and products from files, of our own and of other licence managers. */
let desk: ImportDesk
let imports: ImportDesk['imports']
let licenses: ImportDesk['licenses']
let payload: ImportDesk['payload']

beforeAll(async () => {
  desk = await openImportDesk()
  ;({ imports, licenses, payload } = desk)
})
afterAll(() => desk.close())
beforeEach(() => desk.remove('licenses', 'customers', 'products'))

const product = (name: string, referenceId: string, envatoId?: string) =>
  payload.create({ collection: 'products', data: { envatoId, name, referenceId } })

describe('licences', () => {
  it('get everything that a row says, as if they were entered by hand', async () => {
    const { id } = await product('Ledger', 'LEDGER')
    const file = csv(
      'code,product,type,client id,email,invoice,parallel uses,total uses,days of validity,expires at,updates until,support until,domains,ips,comments,valid,envato',
      'KEY-1,LEDGER,trial,C-1, Ada@Example.com ,R-1,3,10,30,2027-01-31,2027-02-01 10:00,01.03.2027,"A.example, *.b.example",10.0.0.*,"Hello, you",no,yes',
      'key-2,ledger,,,,,,,,,,,,,,,',
    )
    const { counts } = await imports.run(file, { kind: 'licenses' })
    expect(counts).toEqual({ created: 2, failed: 0, skipped: 0, updated: 0 })
    expect(await licenses()).toMatchObject([
      {
        code: 'KEY-1',
        comments: 'Hello, you',
        customerId: 'C-1',
        domains: ['a.example', '*.b.example'],
        email: 'ada@example.com',
        expirationDays: 30,
        expiresAt: '2027-01-31T23:59:59.999Z',
        invoice: 'R-1',
        ips: ['10.0.0.*'],
        isEnvato: true,
        isValid: false,
        parallelUses: 3,
        product: id,
        status: 'blocked',
        supportUntil: '2027-03-01T23:59:59.999Z',
        totalUses: 10,
        type: 'trial',
        updatesUntil: '2027-02-01T10:00:00.000Z',
      },
      {
        code: 'key-2',
        customerId: null,
        email: null,
        expiresAt: null,
        isEnvato: false,
        isValid: true,
        parallelUses: null,
        product: id,
        type: 'perpetual',
      },
    ])
  })

  it('are the same without regard to upper and lower case, and are changed where the row says something', async () => {
    await product('Ledger', 'LEDGER')
    const first = 'code,product,parallel uses,domains\nKEY-1,LEDGER,3,a.example\n'
    await imports.run(first, { kind: 'licenses' })
    const again = await imports.run(first.replace('KEY', 'key'), { kind: 'licenses' })
    expect(again.counts).toEqual({ created: 0, failed: 0, skipped: 1, updated: 0 })
    const change = csv(
      'code,parallel uses,domains,expires at',
      'key-1,,"b.example, c.example",2030-01-01',
    )
    const { counts } = await imports.run(change, { kind: 'licenses', mode: 'update' })
    expect(counts.updated).toBe(1)
    expect(await licenses()).toMatchObject([
      {
        code: 'KEY-1',
        domains: ['b.example', 'c.example'],
        expiresAt: '2030-01-01T23:59:59.999Z',
        parallelUses: 3,
      },
    ])
  })

  it('without a code get one in the format of the settings', async () => {
    await product('Ledger', 'LEDGER')
    await imports.run(csv('product,email', 'LEDGER,a@example.com', 'LEDGER,a@example.com'), {
      kind: 'licenses',
    })
    const codes = (await licenses()).map(({ code }) => code ?? '')
    expect(new Set(codes).size).toBe(2)
    for (const code of codes) expect(code).toMatch(/^[A-Z\d]{7}(-[A-Z\d]{7}){3}$/)
  })

  it('find their product by reference, name or Envato ID, and say which they do not find', async () => {
    const one = await product('Ledger', 'LEDGER', '12345')
    await product('Twice', 'T1')
    await product('Twice', 'T2')
    const usual = await product('Usual', 'USUAL')
    const file = csv(
      'code,product',
      'A,LEDGER',
      'B,ledger',
      'C,12345',
      'D,Twice',
      'E,"x\' or 1=1"',
      'F,',
    )
    const { id } = await imports.run(file, { kind: 'licenses', options: { product: usual.id } })
    expect((await licenses()).map(({ code, product: of }) => [code, of])).toEqual([
      ['A', one.id],
      ['B', one.id],
      ['C', one.id],
      ['F', usual.id],
    ])
    expect((await imports.rows(id, 'outcome=failed')).map(({ message }) => message)).toEqual([
      'Product: several products are called “Twice”; write the reference ID.',
      "Product: there is no product “x' or 1=1”.",
    ])
  })

  it('of LicenseBox come over with what its columns mean', async () => {
    await product('Old', '41A60494')
    const file = csv(
      'id,pid,license_code,license_type,invoice,is_envato,added_on,client,email,comments,ips,domains,supported_till,updates_till,expiry,expiry_days,uses,uses_left,parallel_uses,parallel_uses_left,validity',
      '1,41A60494,3FAD-0CD5,Regular License,INV-9,NULL,2020-12-09 13:50:36,pritam,p@example.com,NULL,,"shop.example,*.example.org",2021-01-01 00:00:00,0000-00-00 00:00:00,NULL,NULL,0,0,2,1,1',
      '2,41A60494,5E77-97FC,client,NULL,1,2021-07-13 17:30:04,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2021-08-01 00:00:00,NULL,NULL,NULL,NULL,NULL,0',
    )
    const { counts, id } = await imports.run(file, { kind: 'licenses' })
    expect(counts.created).toBe(2)
    expect(await licenses()).toMatchObject([
      {
        code: '3FAD-0CD5',
        createdAt: '2020-12-09T13:50:36.000Z',
        customerId: 'pritam',
        domains: ['shop.example', '*.example.org'],
        isValid: true,
        parallelUses: 2,
        supportUntil: '2021-01-01T00:00:00.000Z',
        totalUses: null,
        type: 'perpetual',
        updatesUntil: null,
      },
      { code: '5E77-97FC', customerId: null, isEnvato: true, isValid: false, status: 'blocked' },
    ])
    expect((await imports.rows(id))[1]?.message).toContain('no type “client”')
    const customers = await imports.run(file, { kind: 'customers' })
    expect(customers.counts).toEqual({ created: 1, failed: 1, skipped: 0, updated: 0 })
    const { docs } = await payload.find({ collection: 'customers' })
    expect(docs).toMatchObject([
      { clientId: 'pritam', confirmedAt: null, email: 'p@example.com', name: 'pritam' },
    ])
  })

  it('keep what a first activation started meanwhile, where the row does not say otherwise', async () => {
    await product('Ledger', 'LEDGER')
    await imports.run(csv('code,product,days of validity', 'A,LEDGER,30'), { kind: 'licenses' })
    const [license] = await licenses()
    const expiresAt = '2031-01-01T00:00:00.000Z'
    await payload.update({ collection: 'licenses', data: { expiresAt }, id: license?.id ?? '' })
    await imports.run(csv('code,invoice', 'a,R-2'), { kind: 'licenses', mode: 'upsert' })
    expect((await licenses())[0]).toMatchObject({ expiresAt, invoice: 'R-2' })
  })
})

describe('products', () => {
  it('are made and changed by their reference ID, which stays', async () => {
    const file = csv(
      'reference id,name,envato id,description,active',
      'LEDGER,Ledger,123,"# A\nB",1',
      ',Without,,,0',
      'bad id!,Bad,,,',
      'NAMELESS,,,,',
    )
    const { counts } = await imports.run(file, { kind: 'products' })
    expect(counts).toEqual({ created: 2, failed: 2, skipped: 0, updated: 0 })
    const { docs } = await payload.find({ collection: 'products', sort: 'name' })
    expect(docs).toMatchObject([
      {
        description: '# A\nB',
        envatoId: '123',
        isActive: true,
        name: 'Ledger',
        referenceId: 'LEDGER',
      },
      {
        isActive: false,
        licenseUpdate: true,
        name: 'Without',
        referenceId: expect.stringMatching(/^PRD-[\dA-F]{12}$/) as string,
      },
    ])
    const second = csv('reference id,name', 'LEDGER,Ledger Pro', 'NEW,New')
    expect((await imports.run(second, { kind: 'products', mode: 'upsert' })).counts).toEqual({
      created: 1,
      failed: 0,
      skipped: 0,
      updated: 1,
    })
  })
})
