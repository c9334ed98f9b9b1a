import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sha256 } from '../releases/support'
import { bytes, openUpdateApi, type UpdateApi, verdictOf } from './support/updates'

let activated: UpdateApi['activated']
let api: UpdateApi['api']
let post: UpdateApi['post']

beforeAll(async () => {
  ;({ activated, api, post } = await openUpdateApi())
})
afterAll(() => api.close())

describe('check', () => {
  it('offers the newest version that is active and released, with its file', async () => {
    const { body } = await post('/check', { current_version: '1.0.0' })
    expect(body).toMatchObject({
      is_active: true,
      update_available: true,
      version: '1.10.0',
      has_sql: true,
      file_size: bytes.length,
      checksum: { algo: 'sha256', value: sha256(bytes) },
      signature: {
        algo: 'ed25519',
        key_id: expect.any(String) as string,
        value: expect.any(String) as string,
      },
    })
  })

  it.each(['1.10.0', 'v1.10', '2.0', '9'])('offers nothing to who has %s', async (version) => {
    const { body } = await post('/check', { current_version: version })
    expect(body).toMatchObject({
      is_active: true,
      message: 'You are using the latest version.',
      update_available: false,
      version: null,
    })
  })

  it('offers the next one where the product says so', async () => {
    const serve = (serveLatestUpdates: boolean) =>
      api.payload.update({
        collection: 'products',
        data: { serveLatestUpdates },
        id: api.product.id,
      })
    await serve(false)
    const { body } = await post('/check', { current_version: '1.0.0' })
    await serve(true)
    expect(body.version).toBe('1.2.0')
  })

  it('offers a licence what was released until its updates ended', async () => {
    const { token } = await activated({ updatesUntil: '2026-02-15T00:00:00.000Z' })
    const { body } = await post('/check', { current_version: '1.0.0', license_data: token })
    expect(body).toMatchObject({ update_available: true, version: '1.2.0' })
  })

  it('refuses a licence that is not in order, as verify does', async () => {
    const { code, token } = await activated()
    await api.call('POST', `/internal/blocked-product-licenses/${code}`)
    const check = { current_version: '1.0.0', license_data: token }
    expect(verdictOf(await post('/check', check))).toEqual([200, false, 'blocked'])
    const forged = { ...check, license_data: 'lm1.forged.token' }
    expect(verdictOf(await post('/check', forged))).toEqual([200, false, 'not_activated'])
  })

  it('answers 404 to an unknown product and 422 without a version', async () => {
    const unknown = await post('/check', { current_version: '1', product_id: 'UNKNOWN' })
    expect(unknown.status).toBe(404)
    expect((await post('/check', {})).status).toBe(422)
  })
})

it('latest tells of the newest version, and of none that is withdrawn or to come', async () => {
  const { body } = await post('/latest', {})
  expect(body.data).toMatchObject({ has_sql: true, version: '1.10.0' })
})
