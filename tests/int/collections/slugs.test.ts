import { randomBytes } from 'node:crypto'
import path from 'node:path'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig, createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { licenseManager } from '../../../plugins/license-manager'
import { createLicensingApi } from '../../../src/api/app'
import { closePayload } from '../../../src/database/close'
import { findActivations } from '../../../src/portal/queries/findActivations'
import { findLicenses } from '../../../src/portal/queries/findLicenses'
import { readSettings } from '../../../collections/Settings/getSettings'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf } from '../../support/rest'

/** An app that calls what the plugin adds otherwise. */
let usual: TestPayload
let payload: Payload
let rest: Rest
let token: string

const password = 'a tangerine under seven bridges'
const customer = { email: 'ada@example.com', name: 'Ada' }

beforeAll(async () => {
  usual = await createTestPayload()
  const slugs = {
    activations: 'installations',
    'api-keys': 'lm-keys',
    customers: 'members',
    licenses: 'software-licenses',
    mails: 'lm-mails',
    products: 'software',
    'release-files': 'lm-files',
    settings: 'lm-settings',
    versions: 'lm-versions',
  }
  const config = await buildConfig({
    admin: { user: 'users' },
    db: postgresAdapter({
      idType: 'uuid',
      pool: { connectionString: usual.databaseUrl },
      push: false,
    }),
    plugins: [
      licenseManager({ slugs, uploadDir: path.join(process.env.TEST_UPLOADS ?? '', 'slugs') }),
    ],
    secret: randomBytes(32).toString('hex'),
    serverURL: 'http://localhost:3000',
    sharp,
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const key = `slugs-${randomBytes(4).toString('hex')}`
  payload = await getPayload({ config, key })
  rest = restOf({ ...usual, databaseUrl: `http://localhost/${key}`, payload })
  await payload.create({
    collection: 'users',
    data: { email: 'staff@example.com', name: 'Staff', password },
  })
  const { body } = await rest('POST', '/users/login', {
    body: { email: 'staff@example.com', password },
  })
  token = String(body.token)
}, 120_000)
afterAll(async () => {
  await closePayload(payload)
  await usual.close()
})

const asStaff = async (method: string, address: string, body?: unknown) => {
  const answer = await rest(method, address, { body, token })
  expect([address, answer.status < 300]).toEqual([address, true])
  return answer.body
}

const docOf = (body: Record<string, unknown>) => body.doc as Record<string, string>

describe('an app with slugs of its own', () => {
  it('sells, activates, verifies and lists by them', async () => {
    await asStaff('POST', '/globals/lm-settings', { requireEmailVerification: false })
    const product = docOf(
      await asStaff('POST', '/software', { name: 'Tidemark', referenceId: 'TIDEMARK' }),
    )
    const member = await payload.create({
      collection: 'members' as 'customers',
      data: { ...customer, confirmedAt: new Date().toISOString(), password },
    })
    const license = docOf(
      await asStaff('POST', '/software-licenses', {
        customerId: member.clientId,
        parallelUses: 1,
        product: product.id,
      }),
    )
    const key = docOf(await asStaff('POST', '/lm-keys', { kind: 'external', name: 'Test' }))
    const shop = docOf(await asStaff('POST', '/lm-keys', { kind: 'internal', name: 'Shop' }))
    const api = createLicensingApi({ clientIp: () => '192.0.2.1', payload })
    const call = async (method: string, address: string, given = key.key, body?: object) => {
      const response = await api.fetch(
        new Request(`http://localhost/api${address}`, {
          body: body && JSON.stringify(body),
          headers: {
            'content-type': 'application/json',
            'x-api-key': given ?? '',
            'x-api-url': 'https://one.example',
          },
          method,
        }),
      )
      expect([address, response.status]).toEqual([
        address,
        response.status < 300 ? response.status : 200,
      ])
      return (await response.json()) as Record<string, unknown>
    }
    const named = { license_code: license.code, product_id: 'TIDEMARK' }
    const activated = await call('POST', '/external/license/activate', key.key, named)
    const mine = { license_data: activated.lic_response, product_id: 'TIDEMARK' }
    for (const name of ['verify', 'certificate']) {
      expect(await call('POST', `/external/license/${name}`, key.key, mine)).toMatchObject({
        is_active: true,
      })
    }
    for (const list of ['products', 'product-licenses', 'product-activations', 'customers']) {
      const { data } = await call('GET', `/internal/${list}`, shop.key)
      expect([list, (data as unknown[]).length]).toEqual([list, 1])
    }
    const path = `/internal/product-licenses/${license.id}`
    expect(await call('PUT', path, shop.key, { customer_id: member.clientId })).toMatchObject({
      data: { license_code: license.code, product_reference_id: 'TIDEMARK' },
    })
    const form = new FormData()
    form.set('version', '1.0')
    form.set('main_file', new File(['PK bytes'], 'app.zip'))
    const uploaded = await api.fetch(
      new Request('http://localhost/api/internal/products/TIDEMARK/versions', {
        body: form,
        headers: { 'x-api-key': shop.key ?? '' },
        method: 'POST',
      }),
    )
    expect(await uploaded.json()).toMatchObject({
      data: { main_file: { filename: 'app.zip', size: 8 } },
    })
    expect(await asStaff('GET', '/installations?depth=1')).toMatchObject({ totalDocs: 1 })
    expect(await asStaff('GET', '/admin-search?q=one.example')).toMatchObject({
      activations: { hits: [{ domain: 'one.example' }] },
    })
    await asStaff('DELETE', `/software-licenses/${license.id}`)
    expect(await asStaff('GET', '/installations')).toMatchObject({ totalDocs: 0 })
  })

  it('lets its customers in by their slug, to what is theirs only', async () => {
    const { headers, status } = await rest('POST', '/members/login', {
      body: { email: customer.email, password },
    })
    expect(status).toBe(200)
    const cookie = headers.getSetCookie().map((one) => one.split(';')[0])
    const me = await rest('GET', '/members/me', { headers: { Cookie: cookie.join('; ') } })
    expect(me.body.user).toMatchObject({ email: customer.email })
    const wrong = await rest('POST', '/members/login', {
      body: { email: customer.email, password: 'wrong' },
    })
    expect(wrong.status).toBeGreaterThanOrEqual(400)
    expect((await rest('GET', '/members')).status).toBe(403)
    expect((await rest('GET', '/customers')).status).toBe(404)
  })

  it('shows customers their licences and installations in the portal', async () => {
    const { docs } = await payload.find({ collection: 'members' as 'customers' })
    const user = { ...docs[0], collection: 'members' } as unknown as PayloadRequest['user']
    const list = { filter: 'all', page: 1, query: '', sort: 'newest' } as const
    const req = () => createLocalReq({ user: user ?? undefined }, payload)
    expect(await findLicenses(await req(), list)).toMatchObject({ rows: [], total: 0 })
    expect(await findActivations(await req(), list)).toMatchObject({ rows: [], total: 0 })
  })

  it('exports its lists, and reads its settings', async () => {
    expect((await rest('GET', '/exports/customers', { token })).status).toBe(404)
    const lists = await Promise.all([rest('GET', '/exports/members?format=json', { token })])
    expect(lists.map(({ status }) => status)).toEqual([200])
    expect((await readSettings(payload)).requireEmailVerification).toBe(false)
  })
})
