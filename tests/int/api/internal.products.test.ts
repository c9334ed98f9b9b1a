import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { from, openApi, type TestApi } from './support/api'

type Resource = Record<string, unknown> & { id: string }

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const dataOf = ({ body }: { body: Record<string, unknown> }) => body.data as Resource
const call = (method: string, path: string, body?: unknown) =>
  api.call(method, `/internal${path}`, { body })
const utc = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string

describe('products', () => {
  it('are created, read, listed and changed', async () => {
    const fields = {
      name: 'Lantern',
      reference_id: 'LANTERN',
      envato_id: '1234',
      description: 'A light',
      license_update: false,
      serve_latest_updates: true,
      is_active: true,
    }
    const made = await call('POST', '/products', fields)
    const product = {
      ...fields,
      entitlements: {},
      id: expect.any(String) as string,
      created_at: utc,
      updated_at: utc,
    }
    expect([made.status, dataOf(made)]).toEqual([201, product])
    for (const name of ['LANTERN', dataOf(made).id]) {
      expect(dataOf(await call('GET', `/products/${name}`))).toEqual(product)
    }
    const { body } = await call('GET', '/products?per_page=1')
    expect(body).toEqual({ data: [product], meta: { page: 1, per_page: 1, total: 2 } })
    const changed = await call('PUT', '/products/LANTERN', {
      description: null,
      reference_id: 'OTHER',
    })
    expect(dataOf(changed)).toEqual({ ...product, description: null })
  })

  it('get a reference ID when they have none', async () => {
    for (const body of [{ name: 'A' }, { name: 'B', reference_id: '' }]) {
      expect(dataOf(await call('POST', '/products', body)).reference_id).toMatch(/^PRD-/)
    }
  })

  it.each([
    [{}, 'name'],
    [{ name: 7 }, 'name'],
    [{ name: 'A', reference_id: 'not a reference' }, 'reference_id'],
    [{ name: 'A', reference_id: 'TIDEMARK' }, 'reference_id'],
    [{ is_active: 'x', name: 'A' }, 'is_active'],
    [{ envato_id: 'x'.repeat(65), name: 'A' }, 'envato_id'],
  ])('answer 422 to %j', async (body, field) => {
    const answer = await call('POST', '/products', body)
    expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([422, [field]])
  })

  it('are switched off and on', async () => {
    for (const [method, isActive] of [
      ['DELETE', false],
      ['POST', true],
    ] as const) {
      const answer = await call(method, '/activated-products/TIDEMARK')
      expect([answer.status, dataOf(answer).is_active]).toEqual([200, isActive])
    }
  })
})

describe('versions', () => {
  it('are created, read, listed and changed', async () => {
    const fields = {
      version: '1.2.0',
      released_at: '2026-05-01T00:00:00.000Z',
      summary: 'Faster',
      changelog: '- faster',
      is_active: true,
    }
    const made = await call('POST', '/products/TIDEMARK/versions', fields)
    const version = {
      ...fields,
      id: expect.any(String) as string,
      has_main: false,
      has_sql: false,
      main_file: null,
      sql_file: null,
      created_at: utc,
      updated_at: utc,
    }
    expect([made.status, dataOf(made)]).toEqual([201, version])
    for (const name of ['1.2.0', dataOf(made).id]) {
      const path = `/products/TIDEMARK/versions/${name}`
      expect(dataOf(await call('GET', path))).toEqual(version)
    }
    const older = { released_at: '2026-04-01', version: '1.1.0' }
    await call('POST', '/products/TIDEMARK/versions', older)
    const { body } = await call('GET', '/products/TIDEMARK/versions')
    const names = (body.data as Resource[]).map((listed) => listed.version)
    expect([names, body.meta]).toEqual([['1.2.0', '1.1.0'], { page: 1, per_page: 20, total: 2 }])
    const changed = await call('POST', '/products/TIDEMARK/versions/1.2.0', { is_active: false })
    expect(dataOf(changed)).toEqual({ ...version, is_active: false })
  })

  it('answer 422 without a version, to one that there is, and to a wrong date', async () => {
    const post = (body: object) => call('POST', '/products/TIDEMARK/versions', body)
    await post({ version: '3.0.0' })
    for (const body of [{}, { version: '3.0.0' }]) {
      const answer = await post(body)
      expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([422, ['version']])
    }
    const wrong = await post({ released_at: '2026-13-01', version: '4.0.0' })
    expect(wrong.body.errors).toEqual({ released_at: ['The released_at field is not valid.'] })
  })
})

describe('activations', () => {
  it('are listed by what they are about, ended and resumed within the limit', async () => {
    const { code, id: licenseId } = await api.createLicense({ customerId: 'c-1', parallelUses: 1 })
    const activate = (domain: string) =>
      api.call('POST', '/external/license/activate', {
        body: { license_code: code, product_id: 'TIDEMARK' },
        headers: from(domain),
      })
    await activate('one.example')
    const list = async (query: string) => {
      const { body } = await call('GET', `/product-activations?${query}`)
      return body.data as Resource[]
    }
    const [first] = await list('customer_id=c-1')
    expect(first).toMatchObject({
      activated_at: utc,
      customer_id: 'c-1',
      deactivated_by: null,
      domain: 'one.example',
      is_active: true,
      license_code: code,
      license_id: licenseId,
      product_reference_id: 'TIDEMARK',
    })
    const path = `/activated-product-activations/${first?.id}`
    const ended = await call('DELETE', path)
    expect([ended.status, dataOf(ended)]).toMatchObject([
      200,
      { deactivated_at: utc, deactivated_by: 'admin', is_active: false },
    ])
    expect((await call('DELETE', path)).status).toBe(200)

    await activate('two.example')
    const refused = await call('POST', path)
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      { is_active: ['Maximum activations reached.'] },
    ])
    const [second] = await list('domain=two.example&is_active=1')
    await call('DELETE', `/activated-product-activations/${second?.id}`)
    expect(dataOf(await call('POST', path))).toMatchObject({
      deactivated_at: null,
      is_active: true,
    })
    expect((await list(`license_code=${code}&is_active=false`)).map(({ id }) => id)).toEqual([
      second?.id,
    ])
    expect(await list('product_reference_id=UNKNOWN')).toEqual([])
  })
})
