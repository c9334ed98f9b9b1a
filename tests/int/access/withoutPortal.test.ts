import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { socialAccounts } from '../../../src/portal/endpoints/socialAccounts'
import { from, openApi, type TestApi } from '../api/support/api'
import { restOf, tokenOf } from '../../support/rest'
import { createCustomer } from './people'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const switchPortal = (isPortalOn: boolean) =>
  Object.assign(api.payload.config.custom.licenseManager as object, { isPortalOn })

it('an app without a portal takes no session, opens none by another account, and leads nobody there', async () => {
  const { payload } = api
  const rest = restOf({ close: api.close, databaseUrl: api.databaseUrl, payload })
  const { clientId, email, id } = await createCustomer(payload, 'reader')
  const { code } = await api.createLicense({ customerId: clientId, parallelUses: 1 })
  const token = await tokenOf(payload, 'customers', { email, password: 'a long enough password' })
  const read = async () => (await rest('GET', '/licenses', { token })).status
  const activate = async (domain: string) => {
    const body = { include_installations: true, license_code: code, product_id: 'TIDEMARK' }
    const call = { body, headers: from(domain) }
    return (await api.call('POST', '/external/license/activate', call)).body
  }
  await activate('one.example')
  expect(await read()).toBe(200)
  expect((await activate('two.example')).manage_url).toEqual(expect.any(String))

  switchPortal(false)
  expect(await read()).toBe(403)
  expect(await activate('two.example')).toMatchObject({ code: 'limit_reached', manage_url: null })
  const req = await createLocalReq({}, payload)
  const profile = { email: 'new@example.com', isVerified: true, name: 'New' }
  const attempts = [
    async () => socialAccounts.create(req, profile as never),
    async () => socialAccounts.startSession(req, { account: id, isNew: false } as never),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ status: 404 })
  expect((await payload.count({ collection: 'customers' })).totalDocs).toBe(1)

  switchPortal(true)
  expect(await read()).toBe(200)
})
