import { afterAll, beforeAll, expect, it } from 'vitest'

import { release } from '../releases/support'
import { openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

it('a listed address hears nothing of updates either, whether it names a licence or not', async () => {
  const { id } = api.product
  await release(api.payload, id, { main: 'the file', version: '7.1.0' })
  const ip = '203.0.113.90'
  const file = '/external/update/7.1.0/download/main'
  const ask = async (from: string) => {
    const post = (path: string, body: object) =>
      api.call('POST', path, { body: { product_id: 'TIDEMARK', ...body }, ip: from })
    const answers = await Promise.all([
      post('/external/update/check', { current_version: '1.0.0' }),
      post('/external/update/latest', {}),
      post(file, { license_code: 'MADE-UP' }),
    ])
    return answers.map(({ body }) => body.code ?? 'answered')
  }
  const size = (method: 'GET' | 'HEAD', from: string) =>
    api.app.fetch(
      new Request(`http://localhost/api${file}/size?product_id=TIDEMARK`, {
        headers: { 'x-api-key': api.keys.external, 'x-test-connection': from },
        method,
      }),
    )
  expect(await ask(ip)).toEqual(['answered', 'answered', 'not_found'])
  expect((await size('HEAD', ip)).headers.get('content-length')).toBe('8')

  await api.payload.create({ collection: 'blacklist-entries', data: { ip, reason: 'By hand' } })
  await new Promise((resolve) => setTimeout(resolve, 1050))
  expect(await ask(ip)).toEqual(['blacklisted', 'blacklisted', 'blacklisted'])
  const refused = await size('GET', ip)
  expect(refused.status).toBe(403)
  expect(await refused.json()).toMatchObject({
    message: 'Your access has been blocked.',
    status: false,
  })
  expect((await size('HEAD', ip)).status).toBe(403)
  expect((await size('HEAD', '203.0.113.91')).status).toBe(200)
})

it('nor of a file for which no licence is needed', async () => {
  const free = await api.payload.create({
    collection: 'products',
    data: { licenseUpdate: false, name: 'Free', referenceId: 'FREE' },
  })
  await release(api.payload, free.id, { main: 'for all', version: '7.2.0' })
  const ip = '203.0.113.92'
  const download = (from: string) =>
    api.app.fetch(
      new Request('http://localhost/api/external/update/7.2.0/download/main', {
        body: JSON.stringify({ product_id: 'FREE' }),
        headers: {
          'content-type': 'application/json',
          'x-api-key': api.keys.external,
          'x-test-connection': from,
        },
        method: 'POST',
      }),
    )
  await api.payload.create({ collection: 'blacklist-entries', data: { ip, reason: 'By hand' } })
  await new Promise((resolve) => setTimeout(resolve, 1050))
  expect(await (await download(ip)).json()).toMatchObject({ code: 'blacklisted', is_active: false })
  expect(await (await download('203.0.113.93')).text()).toBe('for all')
})
