import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const internal = (path: string, body: unknown = []) =>
  api.call('POST', path, { body, headers: { 'LB-API-KEY': api.keys.internal }, key: null })

describe('shops', () => {
  it('add and read products', async () => {
    const added = await internal('/add_product', {
      envato_item_id: 12345,
      product_details: 'Books',
      product_id: 'LEDGER',
      product_name: 'Ledger',
    })
    expect(added.body).toEqual({
      data: expect.objectContaining({ reference_id: 'LEDGER' }) as unknown,
      message: 'Product Ledger was successfully added.',
      product_id: 'LEDGER',
      status: true,
    })
    const ledger = {
      product_id: 'LEDGER',
      envato_item_id: '12345',
      product_name: 'Ledger',
      product_details: 'Books',
      is_product_active: true,
      requires_license_for_downloading_updates: true,
    }
    const got = await internal('/get_product', { product_id: 'LEDGER' })
    expect(got.body).toEqual({ data: added.body.data, status: true, ...ledger })
    const all = await internal('/get_products')
    expect(all.body).toMatchObject({ status: true })
    expect(all.body.products).toContainEqual(ledger)
    const unknown = await internal('/get_product', { product_id: 'UNKNOWN' })
    expect([unknown.status, unknown.body.status]).toEqual([200, false])
  })

  it('read every product, however many there are', async () => {
    const { totalDocs: before } = await api.payload.count({ collection: 'products' })
    const added = Array.from({ length: 201 - before }, (_, at) => `BULK-${at}`)
    for (const referenceId of added) {
      await api.payload.create({ collection: 'products', data: { name: 'Bulk', referenceId } })
    }
    const { body } = await internal('/get_products')
    const ids = (body.products as { product_id: string }[]).map((one) => one.product_id)
    expect(new Set(ids).size).toBe(201)
    expect(ids).toEqual(expect.arrayContaining(added))
  })

  it('create, edit, read, block and unblock licences', async () => {
    const made = await internal('/create_license', {
      client_email: 'john@example.com',
      client_name: 'john',
      comments: 'From the shop',
      expiry_date: '2099-02-02 12:00:00',
      expiry_days: '',
      invoice_number: '#JG-3744',
      license_code: '180PM-XE2I-4YIX-ZVBR',
      license_parallel_uses: 1,
      license_type: 'Regular',
      license_uses: 3,
      licensed_domains: 'shop.example.com,test.example.com',
      licensed_ips: '127.0.0.1',
      product_id: 'TIDEMARK',
      updates_end_date: '2098-04-06 02:00:00',
    })
    const code = '180PM-XE2I-4YIX-ZVBR'
    expect(made.body).toMatchObject({ license_code: code, status: true })
    const edited = await internal('/edit_license', {
      license_code: code,
      license_parallel_uses: 5,
      updates_end_date: '',
    })
    expect(edited.body).toMatchObject({ license_code: code, status: true })
    const got = await internal('/get_license', { license_code: code })
    expect(got.body).toMatchObject({
      status: true,
      client_email: 'john@example.com',
      client_name: 'john',
      invoice_number: '#JG-3744',
      is_blocked: false,
      is_valid_for_future_activations: true,
      license_comments: 'From the shop',
      license_expiry: '2099-02-02T12:00:00.000Z',
      licensed_domains: 'shop.example.com,test.example.com',
      licensed_ips: '127.0.0.1',
      parallel_uses: 5,
      product_id: 'TIDEMARK',
      updates_expiry: null,
      uses: 3,
    })
    const blocked = await internal('/block_license', { license_code: code })
    expect(blocked.body).toEqual({
      data: expect.objectContaining({ license_code: code, status: 'blocked' }) as unknown,
      message: `License ${code} was successfully blocked.`,
      status: true,
    })
    expect((await internal('/get_license', { license_code: code })).body.is_blocked).toBe(true)
    expect((await internal('/unblock_license', { license_code: code })).body.status).toBe(true)
    expect((await internal('/get_license', { license_code: code })).body.is_blocked).toBe(false)
    for (const path of ['/get_license', '/block_license', '/edit_license']) {
      const unknown = await internal(path, { license_code: '../products' })
      expect([unknown.status, unknown.body.status]).toEqual([200, false])
    }
  })

  it('may send the names of today: nothing of what they ask for is left out', async () => {
    const code = 'NAMED-AS-TODAY'
    const made = await internal('/create_license', {
      client: 'ada',
      domains: ['shop.example.com'],
      email: 'ada@example.com',
      entitlements: { seats: 5 },
      expires_at: '2099-02-02',
      is_envato: true,
      license_code: code,
      parallel_uses: 2,
      product_reference_id: 'TIDEMARK',
      total_uses: 4,
      type: 'trial',
      expiry_date: null,
      license_parallel_uses: '',
    })
    expect(made.body.data).toMatchObject({
      customer_id: 'ada',
      domains: ['shop.example.com'],
      email: 'ada@example.com',
      entitlements: { seats: 5 },
      expires_at: '2099-02-02T23:59:59.999Z',
      is_envato: true,
      parallel_uses: 2,
      total_uses: 4,
      type: 'trial',
    })
    const edited = await internal('/edit_license', {
      invoice: '#7',
      is_valid: false,
      license_code: code,
    })
    expect(edited.body.data).toMatchObject({ invoice: '#7', is_valid: false, license_code: code })
    const added = await internal('/add_product', {
      is_active: false,
      license_update: false,
      name: 'Named',
      reference_id: 'NAMED',
    })
    expect(added.body).toMatchObject({ data: { is_active: false, license_update: false } })
    expect(added.body.product_id).toBe('NAMED')
  })

  it('ask by GET as well, with what they ask for in the address', async () => {
    const code = (await api.createLicense()).code
    const get = (path: string) =>
      api.call('GET', path, { headers: { 'LB-API-KEY': api.keys.internal }, key: null })
    const answers = await Promise.all([
      get('/check_connection_int'),
      get('/get_products'),
      get('/get_product?product_id=TIDEMARK'),
      get(`/get_license?license_code=${code}`),
    ])
    expect(answers.map(({ body, status }) => [status, body.status])).toEqual(
      Array.from({ length: 4 }, () => [200, true]),
    )
    expect(answers[3]?.body).toMatchObject({ license_code: code })
    for (const path of ['/create_license', '/block_license', '/edit_license', '/add_product']) {
      expect((await get(`${path}?license_code=${code}`)).status).toBe(404)
    }
  })

  it('send a creation again with the same key, and get the same answer', async () => {
    const send = () =>
      api.call('POST', '/create_license', {
        body: { product_id: 'TIDEMARK' },
        headers: { 'Idempotency-Key': 'legacy-once', 'LB-API-KEY': api.keys.internal },
        key: null,
      })
    const [first, again] = [await send(), await send()]
    expect(first.body.status).toBe(true)
    expect(again.body).toEqual(first.body)
  })
})
