import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { LicensingHooks } from '../../../src/extensions/types'
import { from, openApi, type TestApi } from './support/api'

let api: TestApi
let next = 0
const hooks: LicensingHooks = {}

beforeAll(async () => {
  api = await openApi()
  Object.assign(api.payload.config.custom.licenseManager as object, { hooks })
})
afterAll(() => api.close())
beforeEach(() => {
  for (const name of Object.keys(hooks)) delete hooks[name as keyof LicensingHooks]
})

const call = (operation: string, code: string, domain: string) =>
  api.call('POST', `/external/license/${operation}`, {
    body: { license_code: code, product_id: 'TIDEMARK' },
    headers: from(domain),
  })

const newDomain = () => `hooked${++next}.example.com`

const activationsOf = async (license: string) =>
  (
    await api.payload.find({
      collection: 'activations',
      where: { isActive: { equals: true }, license: { equals: license } },
    })
  ).docs

describe('beforeActivate', () => {
  it('refuses with a verdict of ours, and no slot is taken', async () => {
    const { code, id } = await api.createLicense()
    hooks.beforeActivate = () => 'domain_not_allowed'
    const { body, status } = await call('activate', code, newDomain())
    expect([status, body.is_active, body.code]).toEqual([200, false, 'domain_not_allowed'])
    expect(await activationsOf(id)).toEqual([])
  })

  it('runs in the transaction: what it throws undoes what it wrote, and the activation', async () => {
    const { code, id } = await api.createLicense()
    hooks.beforeActivate = async ({ db, license }) => {
      const { sql } = await import('@payloadcms/db-postgres/drizzle')
      await db.execute(sql`update licenses set invoice = 'written' where id = ${license.id}`)
      throw new Error('The shop does not answer.')
    }
    expect((await call('activate', code, newDomain())).status).toBe(500)
    expect(await activationsOf(id)).toEqual([])
    const license = await api.payload.findByID({ collection: 'licenses', id })
    expect(license.invoice ?? null).toBeNull()
  })

  it('is asked after our own rules, and not for what is refused by them or active already', async () => {
    const { code } = await api.createLicense({ isValid: false })
    const good = await api.createLicense()
    const asked = vi.fn(() => undefined)
    hooks.beforeActivate = asked
    const domain = newDomain()
    await call('activate', code, newDomain())
    expect(asked).not.toHaveBeenCalled()
    await call('activate', good.code, domain)
    await call('activate', good.code, domain)
    expect(asked).toHaveBeenCalledTimes(1)
  })
})

describe('afterActivate', () => {
  it('sees what was committed, and cannot undo it', async () => {
    const { code, id } = await api.createLicense()
    let seen = 0
    hooks.afterActivate = async ({ license }) => {
      seen = (await activationsOf(license.id)).length
      throw new Error('The shop does not answer.')
    }
    const { body } = await call('activate', code, newDomain())
    expect([seen, body.is_active]).toEqual([1, true])
    expect(await activationsOf(id)).toHaveLength(1)
  })

  it('is not called for a refusal', async () => {
    const after = vi.fn()
    hooks.afterActivate = after
    hooks.beforeActivate = () => 'blocked'
    await call('activate', (await api.createLicense()).code, newDomain())
    expect(after).not.toHaveBeenCalled()
  })
})

describe('verifications', () => {
  it('are refused by beforeVerify, though the licence is in order', async () => {
    const { code } = await api.createLicense()
    const domain = newDomain()
    await call('activate', code, domain)
    hooks.beforeVerify = ({ installation }) =>
      installation.domain === domain ? 'blocked' : undefined
    expect((await call('verify', code, domain)).body).toMatchObject({
      code: 'blocked',
      is_active: false,
    })
  })

  it.each(['certificate', 'verify'])(
    'are refused by beforeVerify for %s as well: a signed file would be a way around it',
    async (operation) => {
      const { code } = await api.createLicense()
      const domain = newDomain()
      await call('activate', code, domain)
      expect((await call(operation, code, domain)).body.is_active).toBe(true)
      hooks.beforeVerify = () => 'blocked'
      expect((await call(operation, code, domain)).body).toMatchObject({
        code: 'blocked',
        is_active: false,
      })
    },
  )

  it('are refused by beforeVerify where an update needs the licence', async () => {
    const product = await api.payload.create({
      collection: 'products',
      data: { licenseUpdate: true, name: 'Updated', referenceId: 'UPDATED' },
    })
    const { code } = await api.createLicense({ product: product.id })
    const headers = from(newDomain())
    const body = { current_version: '0.1', license_code: code, product_id: 'UPDATED' }
    await api.call('POST', '/external/license/activate', { body, headers })
    const ask = () => api.call('POST', '/external/update/check', { body, headers })
    expect((await ask()).body.code).not.toBe('blocked')
    hooks.beforeVerify = () => 'blocked'
    expect((await ask()).body.code).toBe('blocked')
  })

  it('have what verifyResponse adds, which replaces nothing of ours', async () => {
    const { code } = await api.createLicense()
    const domain = newDomain()
    await call('activate', code, domain)
    hooks.verifyResponse = () => ({ is_active: false, message: 'No', seats: 5 })
    expect((await call('verify', code, domain)).body).toEqual({
      data: null,
      is_active: true,
      message: 'Verified.',
      seats: 5,
    })
  })

  it('ask hooks as methods of their object', async () => {
    const { code } = await api.createLicense()
    const domain = newDomain()
    await call('activate', code, domain)
    const asked: unknown[] = []
    hooks.beforeVerify = function (this: unknown) {
      asked.push(this)
    }
    hooks.verifyResponse = function (this: unknown) {
      asked.push(this)
      return {}
    }
    await call('verify', code, domain)
    expect(asked).toEqual([hooks, hooks])
  })

  it('that are refused are not asked for more', async () => {
    const added = vi.fn(() => ({}))
    hooks.verifyResponse = added
    await call('verify', (await api.createLicense()).code, newDomain())
    expect(added).not.toHaveBeenCalled()
  })
})
