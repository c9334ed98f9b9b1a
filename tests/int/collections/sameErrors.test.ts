import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type GraphQL, graphQLOf } from '../../support/graphQL'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'

/** What cannot be stored is reported on its fields, with the same words through REST, GraphQL and the Local API. */
const admin = { email: 'admin@example.com', password: 'a long enough password' }
const taken = {
  clientId: 'TAKEN',
  email: 'taken@example.com',
  name: 'Taken',
  password: admin.password,
}
const missing = '00000000-0000-4000-8000-000000000000'

let ask: GraphQL
let product: string
let rest: Rest
let test: TestPayload
let token: string

beforeAll(async () => {
  test = await createTestPayload()
  const { payload } = test
  rest = restOf(test)
  ;({ ask } = graphQLOf(test))
  await payload.create({ collection: 'users', data: admin })
  token = await tokenOf(payload, 'users', admin)
  await payload.create({ collection: 'customers', data: taken })
  const data = { name: 'Product', referenceId: 'TAKEN' }
  product = (await payload.create({ collection: 'products', data })).id
  await payload.create({
    collection: 'licenses',
    data: { code: 'TAKEN', product, type: 'perpetual' },
  })
})
afterAll(() => test.close())

type FieldErrors = Record<string, string>
type Body = Record<string, unknown>

const toFields = (data: unknown): FieldErrors => {
  const { errors = [] } = (data ?? {}) as { errors?: { message: string; path: string }[] }
  return Object.fromEntries(errors.map(({ message, path }) => [path, message]))
}

async function asAdmin(): Promise<PayloadRequest> {
  const { payload } = test
  const { docs } = await payload.find({ collection: 'users' })
  const [user] = docs
  if (!user) throw new Error('There is no administrator.')
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}

const doors: Record<string, (collection: string, data: Body) => Promise<FieldErrors>> = {
  GraphQL: async (collection, data) => {
    const type = names[collection] ?? ''
    const { errors } = await ask(
      `mutation ($data: mutation${type}Input!) { create${type}(data: $data) { id } }`,
      { req: await asAdmin(), variables: { data } },
    )
    expect(errors.map(({ status }) => status)).toEqual([400])
    return toFields(errors[0]?.data)
  },
  Local: async (collection, data) => {
    const req = await asAdmin()
    const created = test.payload.create({
      collection: collection as 'products',
      data: data as never,
      overrideAccess: false,
      req,
    })
    const error = await created.then(
      () => ({ data: null, status: 201 }),
      (reason: { data: unknown; status: number }) => reason,
    )
    expect(error.status).toBe(400)
    return toFields(error.data)
  },
  REST: async (collection, data) => {
    const { body, status } = await rest('POST', `/${collection}`, { body: data, token })
    expect(status).toBe(400)
    return toFields((body.errors as { data: unknown }[])[0]?.data)
  },
}
const names: Record<string, string> = {
  'api-keys': 'ApiKey',
  customers: 'Customer',
  licenses: 'License',
  products: 'Product',
  versions: 'Version',
}

const customer = { email: 'new@example.com', name: 'New', password: admin.password }
const cases: [collection: string, what: string, data: () => Body, fields: string[]][] = [
  ['customers', 'a Client ID twice', () => ({ ...customer, clientId: ' TAKEN ' }), ['clientId']],
  [
    'customers',
    'an address twice',
    () => ({ ...customer, email: ' TAKEN@example.com' }),
    ['email'],
  ],
  ['customers', 'no address', () => ({ ...customer, email: 'none' }), ['email']],
  ['customers', 'no name', () => ({ ...customer, name: '' }), ['name']],
  ['customers', 'a long name', () => ({ ...customer, name: 'x'.repeat(201) }), ['name']],
  ['customers', 'a lost avatar', () => ({ ...customer, avatar: missing }), ['avatar']],
  ['customers', 'a NUL', () => ({ ...customer, name: 'a\u0000b' }), ['name']],
  ['products', 'a reference twice', () => ({ name: 'A', referenceId: 'TAKEN' }), ['referenceId']],
  ['products', 'a bad reference', () => ({ name: 'A', referenceId: 'a b' }), ['referenceId']],
  ['licenses', 'a code twice', () => ({ code: ' taken', product, type: 'trial' }), ['code']],
  ['licenses', 'a lost product', () => ({ product: missing, type: 'trial' }), ['product']],
  [
    'licenses',
    'half a slot',
    () => ({ parallelUses: 0.5, product, type: 'trial' }),
    ['parallelUses'],
  ],
  ['licenses', 'a bad address', () => ({ email: 'none', product, type: 'trial' }), ['email']],
  ['api-keys', 'no name', () => ({ kind: 'external', name: '' }), ['name']],
]

describe.each(Object.keys(doors))('%s', (door) => {
  it.each(cases)('%s: %s', async (collection, _what, data, fields) => {
    const errors = await doors[door]?.(collection, data())
    expect(Object.keys(errors ?? {})).toEqual(fields)
    expect(errors).toEqual(await doors.REST?.(collection, data()))
  })
})

describe('what only one of them can be sent', () => {
  it.each([
    ['Customer', { ...customer, name: 5 }, 'data.name'],
    ['Customer', { email: 'x@example.com', password: admin.password }, '"name"'],
    ['License', { product: missing, type: 'rented' }, 'data.type'],
    ['License', { parallelUses: 'x', product: missing, type: 'trial' }, 'data.parallelUses'],
  ])('GraphQL names the field of a %s that has the wrong type: %j', async (type, data, field) => {
    const { errors } = await ask(
      `mutation ($data: mutation${type}Input!) { create${type}(data: $data) { id } }`,
      { req: await asAdmin(), variables: { data } },
    )
    expect(errors.map(({ message }) => message).join()).toContain(field)
  })
})
