import { afterAll, beforeAll, expect, it } from 'vitest'

import { messagesFor } from '../../../src/api/messages'
import { openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

it('old software is where its headers say, and reads its language', async () => {
  const code = (await api.createLicense({ ips: ['198.51.100.7'] })).code
  const activate = (headers: Record<string, string>) =>
    api.call('POST', '/activate_license', {
      body: { license_code: code, product_id: 'TIDEMARK' },
      headers: { 'LB-API-KEY': api.keys.external, 'LB-URL': 'https://a.example', ...headers },
      key: null,
    })
  const elsewhere = await activate({ 'LB-IP': '198.51.100.8', 'LB-LANG': 'german' })
  expect(elsewhere.body).toMatchObject({
    code: 'ip_not_allowed',
    message: messagesFor('de').refusals.ip_not_allowed,
  })
  expect((await activate({ 'LB-IP': '198.51.100.7' })).body).toMatchObject({ status: true })
})
