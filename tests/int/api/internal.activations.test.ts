import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { refusalAnswer } from '../../../src/api/openapi/answers'
import { from, openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

type Row = { customer_id: string; id: string; license_code: string; product_reference_id: string }

const activate = (code: string, domain: string, body: object = {}) =>
  api.call('POST', '/external/license/activate', {
    body: { license_code: code, product_id: 'TIDEMARK', ...body },
    headers: from(domain),
  })

async function list(query: string): Promise<Row[]> {
  const { body } = await api.call('GET', `/internal/product-activations?${query}`)
  return body.data as Row[]
}

describe('activations follow their licence when it is edited', () => {
  it.each([
    ['its customer', { customer_id: 'moved-to' }, 'customer_id=moved-to'],
    ['its code', { license_code: 'NEW-CODE-1' }, 'license_code=NEW-CODE-1'],
    ['its product', { product_id: 'OTHER' }, 'product_reference_id=OTHER'],
  ])('%s', async (_, change, query) => {
    if ('product_id' in change) {
      await api.payload.create({
        collection: 'products',
        data: { name: 'Other', referenceId: 'OTHER' },
      })
    }
    const { code, id } = await api.createLicense({ customerId: 'moved-from' })
    await activate(code, 'follows.example')
    const kept = await api.createLicense({ customerId: 'moved-from' })
    await activate(kept.code, 'stays.example')
    const { status } = await api.call('PUT', `/internal/product-licenses/${id}`, { body: change })
    expect(status).toBe(200)
    expect(await list(query)).toMatchObject([{ domain: 'follows.example' }])
    expect(await list(`license_code=${kept.code}`)).toMatchObject([{ customer_id: 'moved-from' }])
  })
})

describe('an activation', () => {
  it('is told by its device and by the name that its customer gave it', async () => {
    const { code } = await api.createLicense()
    await activate(code, 'desk.example', { fingerprint: 'desk-1' })
    await activate(code, 'desk.example', { fingerprint: 'desk-2' })
    await api.payload.update({
      collection: 'activations',
      data: { name: 'Desk of Ada' },
      where: { fingerprint: { equals: 'desk-2' } },
    })
    const found = [{ fingerprint: 'desk-2', name: 'Desk of Ada' }]
    expect(await list('fingerprint=desk-2')).toMatchObject(found)
    expect(await list('fingerprint=desk-2&is_active=&domain=&page=')).toMatchObject(found)
  })

  it('is found by its domain and its licence however they are written', async () => {
    const { code } = await api.createLicense()
    await activate(code, 'www.written.example')
    const found = [{ domain: 'written.example' }]
    for (const domain of ['written.example', 'www.Written.example', 'https://written.example/a']) {
      expect(await list(`domain=${encodeURIComponent(domain)}`)).toMatchObject(found)
    }
    for (const written of [code, code.toLowerCase(), ` ${code} `]) {
      expect(await list(`license_code=${encodeURIComponent(written)}`)).toMatchObject(found)
    }
    expect(await list(`license_code=${code}X`)).toEqual([])
    expect(await list('domain=no%20domain')).toEqual([])
  })

  it('that is active stays so when it is made active again', async () => {
    const { code } = await api.createLicense()
    await activate(code, 'again.example')
    const [row] = await list('domain=again.example')
    const path = `/internal/activated-product-activations/${row?.id}`
    const answer = await api.call('POST', path)
    expect([answer.status, answer.body]).toMatchObject([200, { data: { is_active: true } }])
  })
})

it('shops may send numbers for what they number', async () => {
  const { body, status } = await api.call('POST', '/internal/product-licenses', {
    body: { customer_id: 42, invoice: 1001, product_id: 'TIDEMARK' },
  })
  expect(status).toBe(201)
  expect(body.data).toMatchObject({ customer_id: '42', invoice: '1001' })
})

describe('a refusal at the limit is what the reference says', () => {
  const details = { include_installations: true }

  it.each([
    ['a domain', {}],
    ['a device', { fingerprint: 'full-1' }],
  ])('for %s', async (_, said) => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    await activate(code, 'full.example', said)
    const { body } = await activate(code, 'more.example', { ...details, fingerprint: 'full-2' })
    expect(refusalAnswer.parse(body)).toMatchObject({
      installations: [{ domain: 'full.example', ...said }],
      manage_url: expect.any(String) as string,
    })
  })

  it.each([
    ['links free none', { slotReleasesPerMonth: 0 }],
    ['customers may not deactivate', { allowCustomerDeactivation: false, slotReleasesPerMonth: 3 }],
    [
      'customers do not see activations',
      {
        allowCustomerDeactivation: true,
        enableActivationsPage: false,
        slotReleasesPerMonth: 3,
      },
    ],
  ])('where nobody can free a slot by a link, because %s', async (_, settings) => {
    await api.saveSettings(settings)
    const { code } = await api.createLicense({ parallelUses: 1 })
    await activate(code, 'full.example')
    const { body } = await activate(code, 'more.example', details)
    expect(refusalAnswer.parse(body)).toMatchObject({ manage_url: null })
  })
})

it('check tells of a product that is switched off what verify tells', async () => {
  const product = await api.payload.create({
    collection: 'products',
    data: { isActive: false, name: 'Withdrawn', referenceId: 'WITHDRAWN' },
  })
  const { code } = await api.createLicense({ product: product.id })
  const { body } = await api.call('POST', '/external/license/check', {
    body: { license_code: code },
  })
  expect(body).toMatchObject({
    code: 'product_inactive',
    data: { status: 'active' },
    is_active: false,
  })
})
