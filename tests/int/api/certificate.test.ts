import { afterAll, beforeAll, expect, it } from 'vitest'

import { publicKeys } from '../../../src/certificates/signingKeys'
import { readCertificate } from '../../../src/licensing/certificate'
import { from, openApi, type TestApi } from './support/api'

let api: TestApi
const domain = 'shop.example.com'
const dayMs = 24 * 60 * 60 * 1000

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

async function activate(headers: Record<string, string>, data: object = {}) {
  const { code } = await api.createLicense(data)
  const body = { license_code: code, product_id: 'TIDEMARK' }
  const answer = await api.call('POST', '/external/license/activate', { body, headers })
  return { code, token: answer.body.lic_response as string }
}

const ask = (body: object, headers: Record<string, string> = from(domain)) =>
  api.call('POST', '/external/license/certificate', {
    body: { product_id: 'TIDEMARK', ...body },
    headers,
  })

type Data = { certificate: string; key_id: string; valid_until: null | string }

it('is signed, bound to the domain, and ends when it was asked to', async () => {
  const { token } = await activate(from(domain))
  const { body } = await ask({ license_data: token, ttl_days: 7 })
  const { certificate, key_id, valid_until } = body.data as Data
  const keys = await publicKeys(api.payload)
  expect(keys.map(({ kid }) => kid)).toContain(key_id)
  expect(readCertificate(certificate, keys, { binding: { domain } })).toMatchObject({
    certificate: { bound_to: { domain }, valid_until },
    ok: true,
  })
  const elsewhere = readCertificate(certificate, keys, { binding: { domain: 'other.example' } })
  expect(elsewhere).toEqual({ code: 'elsewhere', ok: false })
  const days = (new Date(valid_until ?? '').getTime() - Date.now()) / dayMs
  expect(days).toBeGreaterThan(6.9)
  expect(days).toBeLessThan(7.1)
})

it('is bound to the device where the activation is', async () => {
  const device = { 'x-api-fingerprint': 'device-1' }
  const { token } = await activate(device)
  const { body } = await ask({ license_data: token }, device)
  const { certificate } = body.data as Data
  const read = readCertificate(certificate, await publicKeys(api.payload), {
    binding: { fingerprint: 'device-1' },
  })
  expect(read.ok).toBe(true)
  expect((await ask({ license_data: token }, { 'x-api-fingerprint': 'device-2' })).body.code).toBe(
    'not_activated',
  )
})

it('holds no longer than the settings and the licence do', async () => {
  await api.saveSettings({ certificateDays: 3 })
  const { code } = await activate(from(domain))
  const capped = (await ask({ license_code: code, ttl_days: 500 })).body.data as Data
  expect(new Date(capped.valid_until ?? '').getTime() - Date.now()).toBeLessThan(3.1 * dayMs)
  const expiresAt = new Date(Date.now() + dayMs).toISOString()
  const short = await activate(from(domain), { expiresAt })
  const ending = (await ask({ license_data: short.token, ttl_days: 2 })).body.data as Data
  expect(ending.valid_until).toBe(expiresAt)
})

it('is refused as verify refuses', async () => {
  const { code, token } = await activate(from(domain))
  const other = from('elsewhere.example')
  expect((await ask({ license_data: token }, other)).body.code).toBe('not_activated')
  expect((await ask({ license_code: 'UNKNOWN' })).body.code).toBe('not_found')
  await api.call('POST', `/internal/blocked-product-licenses/${code}`)
  expect((await ask({ license_data: token })).body).toMatchObject({
    code: 'blocked',
    data: null,
    is_active: false,
  })
  for (const wrong of [
    {},
    { license_data: token, ttl_days: 0 },
    { license_data: token, ttl_days: 'x' },
  ]) {
    expect((await ask(wrong)).status).toBe(422)
  }
})
