import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'

/** What the collections make, keep unique and refuse, as an administrator meets it over REST. */
const password = 'a long enough password'
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

let product: string
let rest: Rest
let test: TestPayload
let token: string

beforeAll(async () => {
  test = await createTestPayload()
  rest = restOf(test)
  const admin = { email: 'admin@example.com', password }
  await test.payload.create({ collection: 'users', data: admin })
  token = await tokenOf(test.payload, 'users', admin)
  product = (await create('products', { name: 'Product' })).doc.id as string
})
afterAll(() => test.close())

type Answer = { doc: Record<string, unknown>; fields: Record<string, string>; status: number }

async function send(method: string, path: string, body: unknown): Promise<Answer> {
  const answer = await rest(method, path, { body, token })
  const [error] = (answer.body.errors ?? []) as {
    data?: { errors?: { message: string; path: string }[] }
  }[]
  const fields = (error?.data?.errors ?? []).map(
    ({ message, path: name }) => [name, message] as const,
  )
  return {
    doc: (answer.body.doc ?? {}) as Answer['doc'],
    fields: Object.fromEntries(fields),
    status: answer.status,
  }
}

const create = (collection: string, body: unknown) => send('POST', `/${collection}`, body)

let counter = 0
const customer = (data: Record<string, unknown> = {}) => {
  counter += 1
  return { email: `c${counter}@example.com`, name: 'Customer', password, ...data }
}

describe('a Client ID', () => {
  it('is a UUID when left empty, and what was typed without the spaces around it otherwise', async () => {
    expect((await create('customers', customer())).doc.clientId).toMatch(uuid)
    expect((await create('customers', customer({ clientId: '  ' }))).doc.clientId).toMatch(uuid)
    expect((await create('customers', customer({ clientId: ' CUST-1 ' }))).doc.clientId).toBe(
      'CUST-1',
    )
  })

  it('is unique: a second one is an error of the field', async () => {
    await create('customers', customer({ clientId: 'CUST-2' }))
    const second = await create('customers', customer({ clientId: 'CUST-2 ' }))
    expect(second.status).toBe(400)
    expect(second.fields).toHaveProperty('clientId')
  })

  it('is unique when twelve are made at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => create('customers', customer({ clientId: 'CUST-RACE' }))),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    for (const { fields, status } of answers) {
      if (status !== 201) expect([status, Object.keys(fields)]).toEqual([400, ['clientId']])
    }
  })

  it('stays when an edit sends nothing for it', async () => {
    const { doc } = await create('customers', customer({ clientId: 'CUST-3' }))
    const { doc: edited } = await send('PATCH', `/customers/${String(doc.id)}`, {
      clientId: '',
      name: 'N',
    })
    expect(edited).toMatchObject({ clientId: 'CUST-3', name: 'N' })
  })
})

describe('an e-mail address', () => {
  it('is stored in one form and unique in it', async () => {
    const { doc } = await create('customers', customer({ email: '  Ada@Example.COM ' }))
    expect(doc.email).toBe('ada@example.com')
    const second = await create('customers', customer({ email: 'ADA@example.com' }))
    expect([second.status, Object.keys(second.fields)]).toEqual([400, ['email']])
  })
})

describe('a reference ID', () => {
  it('is made when empty, unique, and never changes', async () => {
    const { doc } = await create('products', { name: 'A', referenceId: 'REF-1' })
    expect((await create('products', { name: 'B' })).doc.referenceId).toMatch(/^PRD-/)
    const second = await create('products', { name: 'C', referenceId: 'REF-1' })
    expect([second.status, Object.keys(second.fields)]).toEqual([400, ['referenceId']])
    const edited = await send('PATCH', `/products/${String(doc.id)}`, { referenceId: 'OTHER' })
    expect(edited.doc.referenceId).toBe('REF-1')
  })
})

describe('a licence code', () => {
  it('is made in the format of the settings', async () => {
    expect((await create('licenses', { product })).doc.code).toMatch(
      /^(?:[\dA-Z]{7}-){3}[\dA-Z]{7}$/,
    )
    await test.payload.updateGlobal({ data: { licenseCodeFormat: 'LM-{uuid}' }, slug: 'settings' })
    expect((await create('licenses', { product })).doc.code).toMatch(/^LM-[\da-f-]{36}$/)
  })

  it('is unique without regard to case, and the error names the code', async () => {
    await create('licenses', { code: 'AbC-1', product })
    const second = await create('licenses', { code: 'aBc-1 ', product })
    expect([second.status, Object.keys(second.fields)]).toEqual([400, ['code']])
  })
})

describe('a bare day', () => {
  it('includes that day', async () => {
    const { doc } = await create('licenses', { expiresAt: '2027-01-31', product })
    expect(doc.expiresAt).toBe('2027-01-31T23:59:59.999Z')
  })
})

describe('what cannot be stored', () => {
  const missing = '00000000-0000-4000-8000-000000000000'
  it.each([
    ['customers', {}, ['email', 'name']],
    ['customers', customer({ email: 'no address' }), ['email']],
    ['customers', customer({ name: 5 }), ['name']],
    ['customers', customer({ password: 5 }), ['password']],
    ['customers', customer({ clientId: { a: 1 } }), ['clientId']],
    ['customers', customer({ avatar: missing }), ['avatar']],
    ['products', {}, ['name']],
    ['products', { isActive: 'yes', name: 'A' }, ['isActive']],
    ['products', { name: 'A', referenceId: 'with space' }, ['referenceId']],
    ['products', { name: 'NUL \u0000' }, ['name']],
    ['licenses', {}, ['product']],
    ['licenses', { product: 'no id' }, ['product']],
    ['licenses', { product: missing }, ['product']],
    ['licenses', { parallelUses: 0, product: '' }, ['parallelUses', 'product']],
    ['versions', { version: '1' }, ['product']],
    ['api-keys', {}, ['name']],
    ['blacklist-entries', { reason: 'x' }, ['ip']],
  ])('%s %j is refused with errors of its fields', async (collection, body, fields) => {
    const answer = await create(collection, body)
    expect(answer.status).toBe(400)
    expect(Object.keys(answer.fields)).toEqual(expect.arrayContaining(fields))
  })

  it.each([
    ['parallelUses', 1.5],
    ['parallelUses', 'x'],
    ['totalUses', -1],
    ['expiresAt', 'whatever'],
    ['type', 'rented'],
    ['domains', 'example.com'],
    ['domains', [5]],
    ['email', 5],
    ['code', 5],
  ])('a licence with %s %j is refused with an error of that field', async (field, value) => {
    const answer = await create('licenses', { [field]: value, product })
    expect([answer.status, Object.keys(answer.fields)]).toEqual([400, [field]])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'no address', '//example.com'])(
    'the settings refuse %j as the address of the shop',
    async (getMoreLicensesUrl) => {
      const answer = await send('POST', '/globals/settings', { getMoreLicensesUrl })
      expect([answer.status, Object.keys(answer.fields)]).toEqual([400, ['getMoreLicensesUrl']])
    },
  )

  it('the settings refuse a code format that can be guessed', async () => {
    const answer = await send('POST', '/globals/settings', { licenseCodeFormat: 'XXXX-9999' })
    expect([answer.status, Object.keys(answer.fields)]).toEqual([400, ['licenseCodeFormat']])
  })
})
