import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createLicensingApi } from '../../../src/api/app'
import { ownSlugs } from '../../../src/slugs/slugOf'
import { type NumbersShop, openNumbersShop } from './support/numbersShop'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

let app: NumbersShop

beforeAll(async () => {
  app = await openNumbersShop()
}, 240_000)
afterAll(() => app.close())

const idsOf = async (path: string) => (await app.find(path)).map(({ id }) => id)

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
        and k.confrelid::regclass::text not in ('pages'))`)
    expect(rows).toEqual([])
    const ids = await app.database.query<{ table: string; type: string }>(`
      select table_name as table, data_type as type from information_schema.columns
      where table_schema = 'public' and column_name = 'id'`)
    for (const { slug } of app.payload.config.collections) {
      const table = slug.replaceAll('-', '_')
      const isOurs = [...ownSlugs, 'identities', 'social-login-states'].includes(slug)
      const type = isOurs ? 'uuid' : table === 'pages' ? 'character varying' : 'integer'
      expect(ids.rows).toContainEqual({ table, type })
    }
  })

  it('the database makes the ids, whatever a caller says', async () => {
    const chosen = '00000000-0000-4000-8000-000000000001'
    const made = await app.docOf('POST', '/products', { id: chosen, name: 'B', referenceId: 'B' })
    expect([made.id === chosen, uuid.test(made.id)]).toEqual([false, true])
    const ours = await app.payload.create({
      collection: 'products',
      data: { id: 'tidemark', name: 'D', referenceId: 'D' },
    })
    expect(ours.id).toMatch(uuid)
    const renamed = await app.payload.update({
      collection: 'products',
      data: { id: chosen, name: 'E' },
      id: ours.id,
    })
    expect([renamed.id, renamed.name]).toEqual([ours.id, 'E'])
    const kept = await app.docOf('PATCH', `/products/${made.id}`, { id: chosen, name: 'C' })
    expect([kept.id, kept.name]).toEqual([made.id, 'C'])
  })

  it('a licence is activated, verified and given back', async () => {
    const key = await app.docOf('POST', '/api-keys', { kind: 'external', name: 'Test' })
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
    const named = { license_code: app.license.code, product_id: 'TIDEMARK' }
    const { lic_response } = await call('activate', named)
    const mine = { license_data: lic_response, product_id: 'TIDEMARK' }
    expect(await call('verify', mine)).toMatchObject({ is_active: true })
    expect(await app.find(`/activations?where[license][equals]=${app.license.id}`)).toMatchObject([
      { domain: 'one.example' },
    ])
    await call('deactivate', mine)
    expect(await app.find('/activations?where[isActive][equals]=true')).toEqual([])
  })

  it('lists are found by what they lead to, also where that is no id', async () => {
    const other = await app.sell()
    const both = [app.license.id, other.id].sort()
    const of = `/activations?where[license]`
    const inList = (await idsOf(`/licenses?where[product][in]=${app.product.id},7,none`)).sort()
    expect(inList).toEqual(both)
    expect((await idsOf(`/licenses?where[product][not_in]=7,none`)).sort()).toEqual(both)
    expect((await idsOf(`/licenses?where[id][in]=${both.join()},none`)).sort()).toEqual(both)
    expect(await idsOf(`${of}[in]=none`)).toEqual([])
    expect(await idsOf(`${of}[equals]=7`)).toEqual([])
    for (const id of ['7', 'none', '00000000-0000-0000-0000-000000000000']) {
      expect((await app.rest('GET', `/licenses/${id}`, { token: app.staff })).status).toBe(404)
    }
  })
})
