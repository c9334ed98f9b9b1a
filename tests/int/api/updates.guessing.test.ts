import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { release } from '../releases/support'
import { from, openApi, type TestApi } from './support/api'
import { activatedIn, domain } from './support/updates'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const activated = () => activatedIn(api)

describe('codes are not tried out by a version that several products have', () => {
  const path = '/9.0.0/download/main'
  const guess = (code: string, ip: string) =>
    api.call('POST', `/external/update${path}`, {
      body: { license_code: code },
      headers: from(domain),
      ip,
    })

  beforeAll(async () => {
    const twin = await api.payload.create({
      collection: 'products',
      data: { name: 'Twin', referenceId: 'TWIN' },
    })
    for (const product of [api.product.id, twin.id]) {
      await release(api.payload, product, { main: 'nine', version: '9.0.0' })
    }
  })

  it('an unknown one is refused, recorded and counted until the address is closed', async () => {
    const ip = '203.0.113.77'
    expect((await guess('NOBODY-HAS-THIS', ip)).body).toMatchObject({ code: 'not_found' })
    for (let n = 0; n < 60; n += 1) await guess(`GUESS-${n}`, ip)
    const { code } = await activated()
    expect((await guess('GUESS-AGAIN', ip)).status).toBe(429)
    expect((await guess(code, ip)).status).toBe(429)
  })

  it('a listed place learns nothing', async () => {
    await api.payload.create({
      collection: 'blacklist-entries',
      data: { ip: '203.0.113.78', reason: 'By hand' },
    })
    await new Promise((resolve) => setTimeout(resolve, 1050))
    const { code } = await activated()
    for (const tried of ['NOBODY-HAS-THIS', code]) {
      expect((await guess(tried, '203.0.113.78')).body).toMatchObject({ code: 'blacklisted' })
    }
  })

  it('a licence tells the product apart, and no licence has to be told', async () => {
    const { token } = await activated()
    const file = await api.app.fetch(
      new Request(`http://localhost/api/external/update${path}`, {
        body: JSON.stringify({ license_data: token }),
        headers: {
          'content-type': 'application/json',
          'x-api-key': api.keys.external,
          ...from(domain),
        },
        method: 'POST',
      }),
    )
    expect(await file.text()).toBe('nine')
    expect((await guess('', '203.0.113.79')).status).toBe(422)
  })
})
