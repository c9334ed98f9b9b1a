import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findIdentitiesOf, linkIdentity } from '../../../plugins/social-login'
import { createLicensingApi } from '../../../src/api/app'
import { graphQLOf } from '../../support/graphQL'
import { type NumbersApp, openNumbersApp } from './support/numbersApp'

type Doc = Record<string, unknown> & { id: string }

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
const password = 'a tangerine under seven bridges'

let app: NumbersApp
let customer: Doc
let license: Doc
let product: Doc

beforeAll(async () => {
  app = await openNumbersApp()
  await asStaff('POST', '/globals/settings', { requireEmailVerification: false })
  product = await docOf('POST', '/products', { name: 'Tidemark', referenceId: 'TIDEMARK' })
  const { status } = await app.rest('POST', '/customers/register', {
    body: { email: 'ada@example.com', name: 'Ada', password },
  })
  expect(status).toBeLessThan(300)
  ;[customer] = (await find('/customers?limit=1')) as [Doc]
  license = await sell()
}, 240_000)
afterAll(() => app.close())

async function asStaff(method: string, address: string, body?: unknown) {
  const answer = await app.rest(method, address, { body, token: app.staff })
  expect([address, answer.status < 300, answer.body]).toEqual([address, true, answer.body])
  return answer.body
}

const docOf = async (method: string, address: string, body: unknown) =>
  (await asStaff(method, address, body)).doc as Doc

const find = async (address: string) => (await asStaff('GET', address)).docs as Doc[]

const idsOf = async (address: string) => (await find(address)).map(({ id }) => id)

const sell = () =>
  docOf('POST', '/licenses', {
    customerId: customer.clientId,
    entitlements: [{ kind: 'flag', name: 'export', value: 'true' }],
    parallelUses: 1,
    product: product.id,
  })

describe('in a database whose ids are numbers', () => {
  it('the plugin’s tables have UUIDs, with all that leads to them, and the host’s have numbers', async () => {
    const { rows } = await app.database.query<{ at: string; type: string }>(`
      select table_name || '.' || column_name as at, data_type as type from information_schema.columns
      where table_schema = 'public'`)
    const typeOf = (at: string) => rows.find((row) => row.at === at)?.type
    for (const at of [
      '_orders_v.version_buyer_id',
      'activations.id',
      'activations.license_id',
      'customers.id',
      'identities.account_id',
      'identities.id',
      'licenses.product_id',
      'licenses_entitlements._parent_id',
      'licenses_texts.parent_id',
      'orders.buyer_id',
      'orders_rels.licenses_id',
      'orders_rels.products_id',
      'payload_locked_documents_rels.customers_id',
      'payload_preferences_rels.customers_id',
    ]) {
      expect([at, typeOf(at)]).toEqual([at, 'uuid'])
    }
    for (const at of ['orders.id', 'orders_rels.orders_id', 'orders_rels.parent_id', 'staff.id']) {
      expect([at, typeOf(at)]).toEqual([at, 'integer'])
    }
  })

  it('nothing that leads to one of the plugin’s is left as text', async () => {
    const { rows } = await app.database.query(`
      select k.conrelid::regclass::text as at from pg_constraint k
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      where k.contype = 'f' and (a.atttypid <> b.atttypid or b.attname = 'id' and b.atttypid = 'varchar'::regtype
        and k.confrelid::regclass::text in ('customers', 'licenses', 'products', 'activations', 'versions'))`)
    expect(rows).toEqual([])
  })

  it('the database makes the ids, whatever a caller says', async () => {
    const chosen = '00000000-0000-4000-8000-000000000001'
    const made = await docOf('POST', '/products', { id: chosen, name: 'B', referenceId: 'B' })
    expect([made.id === chosen, uuid.test(made.id)]).toEqual([false, true])
    const kept = await docOf('PATCH', `/products/${made.id}`, { id: chosen, name: 'C' })
    expect([kept.id, kept.name]).toEqual([made.id, 'C'])
  })

  it('a licence is activated, verified and given back', async () => {
    const key = await docOf('POST', '/api-keys', { kind: 'external', name: 'Test' })
    const api = createLicensingApi({ clientIp: () => '192.0.2.1', payload: app.payload })
    const call = async (name: string, body: object) => {
      const headers = {
        'content-type': 'application/json',
        'x-api-key': String(key.key),
        'x-api-url': 'https://one.example',
      }
      const request = { body: JSON.stringify(body), headers, method: 'POST' }
      const address = `http://localhost/api/external/license/${name}`
      const response = await api.fetch(new Request(address, request))
      expect([name, response.status]).toEqual([name, 200])
      return (await response.json()) as Record<string, unknown>
    }
    const named = { license_code: license.code, product_id: 'TIDEMARK' }
    const { lic_response } = await call('activate', named)
    const mine = { license_data: lic_response, product_id: 'TIDEMARK' }
    expect(await call('verify', mine)).toMatchObject({ is_active: true })
    expect(await find(`/activations?where[license][equals]=${license.id}`)).toMatchObject([
      { domain: 'one.example' },
    ])
    await call('deactivate', mine)
    expect(await find('/activations?where[isActive][equals]=true')).toEqual([])
  })

  it('lists are found by what they lead to, also where that is no id', async () => {
    const other = await sell()
    const both = [license.id, other.id].sort()
    const of = `/activations?where[license]`
    const inList = (await idsOf(`/licenses?where[product][in]=${product.id},7,none`)).sort()
    expect(inList).toEqual(both)
    expect((await idsOf(`/licenses?where[product][not_in]=7,none`)).sort()).toEqual(both)
    expect((await idsOf(`/licenses?where[id][in]=${both.join()},none`)).sort()).toEqual(both)
    expect(await idsOf(`${of}[in]=none`)).toEqual([])
    expect(await idsOf(`${of}[equals]=7`)).toEqual([])
    for (const id of ['7', 'none', '00000000-0000-0000-0000-000000000000']) {
      expect((await app.rest('GET', `/licenses/${id}`, { token: app.staff })).status).toBe(404)
    }
  })

  it('the host’s documents lead to the plugin’s, and are found by them', async () => {
    const first = await docOf('POST', '/orders', {
      about: { relationTo: 'products', value: product.id },
      buyer: customer.id,
      licenses: [license.id],
    })
    expect(first).toMatchObject({ buyer: { id: customer.id }, id: 1 })
    const second = await docOf('POST', '/orders', { about: { relationTo: 'orders', value: 1 } })
    for (const where of [
      `[buyer][equals]=${customer.id}`,
      `[buyer][in]=${customer.id},7`,
      `[licenses][in]=${license.id}`,
      `[buyer.email][equals]=ada@example.com`,
      `[about.value][equals]=${product.id}`,
    ]) {
      expect([where, await idsOf(`/orders?where${where}`)]).toEqual([where, [first.id]])
    }
    const about = await app.payload.find({
      collection: 'orders' as 'licenses',
      where: { 'about.value': { equals: first.id } },
    })
    expect(about.docs.map(({ id }) => id)).toEqual([second.id])
    const wrong = await app.rest('POST', '/orders', { body: { buyer: 'nobody' }, token: app.staff })
    expect(wrong.status).toBeGreaterThanOrEqual(400)
    expect(wrong.status).toBeLessThan(500)
  })

  it('customers see what is theirs, and no more where the host’s numbers are asked for', async () => {
    const { headers, status } = await app.rest('POST', '/customers/login', {
      body: { email: 'ada@example.com', password },
    })
    expect(status).toBe(200)
    const token = /lm-portal=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1]
    const { body } = await app.rest('GET', '/licenses', { token })
    expect((body.docs as Doc[]).every(({ customerId }) => customerId === customer.clientId)).toBe(
      true,
    )
    for (const path of ['/orders', '/orders/1', '/staff/1']) {
      expect([path, (await app.rest('GET', path, { token })).status]).toEqual([path, 403])
    }
  })

  it('GraphQL has the plugin’s ids as text and the host’s as numbers', async () => {
    const { ask } = graphQLOf({ ...app, databaseUrl: '' })
    const user = { ...(await find('/staff'))[0], collection: 'staff' } as never
    const req = await createLocalReq({ user }, app.payload)
    const { data, errors } = await ask(
      `query ($id: String!) { License(id: $id) { code product { id } } Order(id: 1) { id } }`,
      { req, variables: { id: license.id } },
    )
    expect(errors).toEqual([])
    expect(data).toEqual({
      License: { code: license.code, product: { id: product.id } },
      Order: { id: 1 },
    })
  })

  it('accounts at providers are kept', async () => {
    const req = await createLocalReq({}, app.payload)
    const profile = { email: null, isEmailVerified: false, name: 'Ada', provider: 'github' }
    await linkIdentity(req, customer.id, { ...profile, subject: '7' })
    expect(await findIdentitiesOf(req, customer.id)).toMatchObject([
      { account: customer.id, id: expect.stringMatching(uuid) as string, subject: '7' },
    ])
  })
})
