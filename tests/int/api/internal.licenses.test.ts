import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'

type Resource = Record<string, unknown> & { id: string; license_code: string }

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const dataOf = ({ body }: { body: Record<string, unknown> }) => body.data as Resource
const created = async (fields: object = {}) => {
  const body = { product_reference_id: 'TIDEMARK', ...fields }
  return dataOf(await api.call('POST', '/internal/product-licenses', { body }))
}
const utc = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string

describe('one licence', () => {
  it('is found by id and by code', async () => {
    const { id } = await created({ license_code: 'Found-1/2' })
    for (const name of [id, 'Found-1%2F2', 'found-1%2f2']) {
      const answer = await api.call('GET', `/internal/product-licenses/${name}`)
      expect([answer.status, dataOf(answer).id]).toEqual([200, id])
    }
  })

  it('changes in the fields that are given and in no other', async () => {
    const before = await created({ email: 'ada@example.com', parallel_uses: 2 })
    const answer = await api.call('PUT', `/internal/product-licenses/${before.license_code}`, {
      body: { parallel_uses: null, support_until: '2031-01-31' },
    })
    expect([answer.status, dataOf(answer)]).toEqual([
      200,
      {
        ...before,
        parallel_uses: null,
        support_until: '2031-01-31T23:59:59.999Z',
        updated_at: utc,
      },
    ])
    const wrong = await api.call('PUT', `/internal/product-licenses/${before.id}`, {
      body: { product_id: 'UNKNOWN' },
    })
    expect(wrong.status).toBe(422)
  })

  it('is emptied by either name of a field, unless the other one has a value', async () => {
    const { id } = await created({ customer_id: 'client-1', email: 'ada@example.com' })
    const change = async (body: object) =>
      dataOf(await api.call('PUT', `/internal/product-licenses/${id}`, { body }))
    const named = { customer_id: 'client-2', email: 'bob@example.com' }
    expect(
      await change({
        client: 'client-2',
        client_email: 'bob@example.com',
        customer_id: '',
        email: null,
      }),
    ).toMatchObject(named)
    expect(await change({ ...named, client: '', client_email: null })).toMatchObject(named)
    const emptied = await change({ client: '', email: '' })
    expect([emptied.customer_id, emptied.email]).toEqual([null, null])
  })

  it('keeps every change of calls that come at once, and of an activation among them', async () => {
    const { id, license_code } = await created({ expiration_days: 30 })
    const changes = {
      comments: 'Changed',
      customer_id: 'client-9',
      email: 'eve@example.com',
      invoice: 'INV-9',
      parallel_uses: 9,
    }
    await Promise.all([
      ...Object.entries(changes).map(([field, value]) =>
        api.call('PUT', `/internal/product-licenses/${id}`, { body: { [field]: value } }),
      ),
      api.call('POST', '/external/license/activate', {
        body: { license_code, product_id: 'TIDEMARK' },
      }),
    ])
    const license = dataOf(await api.call('GET', `/internal/product-licenses/${id}`))
    expect(license).toMatchObject({ ...changes, expires_at: utc })
  })

  it('is blocked and unblocked', async () => {
    const { id } = await created()
    for (const [method, status] of [
      ['POST', 'blocked'],
      ['POST', 'blocked'],
      ['DELETE', 'active'],
    ] as const) {
      const answer = await api.call(method, `/internal/blocked-product-licenses/${id}`)
      expect([answer.status, dataOf(answer).status]).toEqual([200, status])
    }
  })
})

describe('GET /product-licenses', () => {
  beforeAll(async () => {
    for (const index of [1, 2, 3]) {
      await created({
        customer_id: 'lister',
        email: 'lister@example.org',
        invoice: `LIST-${index}`,
        license_code: `LISTED-${index}`,
      })
    }
  })
  const list = (query: string) => api.call('GET', `/internal/product-licenses?${query}`)
  const codes = ({ body }: { body: Record<string, unknown> }) =>
    (body.data as Resource[]).map((license) => license.license_code)

  it('answers in pages, the newest first', async () => {
    const first = await list('customer_id=lister&per_page=2')
    expect(codes(first)).toEqual(['LISTED-3', 'LISTED-2'])
    expect(first.body.meta).toEqual({ page: 1, per_page: 2, total: 3 })
    const second = await list('customer_id=lister&per_page=2&page=2')
    expect(codes(second)).toEqual(['LISTED-1'])
    expect(codes(await list('customer_id=lister&page=9'))).toEqual([])
  })

  it.each([
    ['search=listed-2', 1],
    ['search=lister%40example', 3],
    ['search=LIST-3', 1],
    ['search=%25%5C', 0],
    ['search=%25', 0],
    ['search=LISTED_2', 0],
    ['search=lister&product_reference_id=TIDEMARK', 3],
    ['search=lister&product_reference_id=UNKNOWN', 0],
    ['customer_id=nobody', 0],
    ['customer_id=lister&page=&per_page=&search=&product_reference_id=', 3],
  ])('filters by %s', async (query, total) => {
    const { body, status } = await list(query)
    expect([status, (body.meta as { total: number }).total]).toEqual([200, total])
  })

  it.each(['page=0', 'page=x', 'per_page=101', 'per_page=-1', 'search=%00'])(
    'answers 422 to %s',
    async (query) => {
      const { body, status } = await list(query)
      expect(status).toBe(422)
      expect(Object.keys(body.errors as object)).toEqual([query.split('=')[0]])
    },
  )
})
