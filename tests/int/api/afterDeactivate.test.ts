import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { LicensingHooks } from '../../../src/extensions/types'
import { deactivateOwnActivation } from '../../../src/portal/activations/deactivateOwnActivation'
import { releaseByLink } from '../../../src/portal/freeSlot/releaseByLink'
import { from, openApi, type TestApi } from './support/api'

/** Whoever ends an activation, the host is told of it once, when it is committed. */
let api: TestApi
let next = 0
const hooks: LicensingHooks = {}
let told: unknown[] = []

beforeAll(async () => {
  api = await openApi()
  Object.assign(api.payload.config.custom.licenseManager as object, { hooks })
})
afterAll(() => api.close())
beforeEach(() => {
  told = []
  hooks.afterDeactivate = async ({ activationId, by }) => {
    // As a pool of its own sees it: what is not committed is not there.
    const { docs } = await api.payload.find({
      collection: 'activations',
      where: { and: [{ id: { equals: activationId } }, { isActive: { equals: true } }] },
    })
    told.push({ activationId, by, isActive: docs.length > 0 })
  }
})

const call = (operation: string, code: string, domain: string) =>
  api.call('POST', `/external/license/${operation}`, {
    body: { license_code: code, product_id: 'TIDEMARK' },
    headers: from(domain),
  })

/** An activation of a new licence, or of one that there is. */
async function activated(license?: { code: string; id: string }) {
  const { code, id } = license ?? (await api.createLicense({ parallelUses: 2 }))
  const domain = `ended${++next}.example.com`
  expect((await call('activate', code, domain)).body.is_active).toBe(true)
  const { docs } = await api.payload.find({
    collection: 'activations',
    where: { and: [{ domain: { equals: domain } }, { license: { equals: id } }] },
  })
  return { activationId: String(docs[0]?.id), code, domain, id }
}

const telling = (by: string, ...activations: { activationId: string }[]) =>
  activations.map(({ activationId }) => ({ activationId, by, isActive: false }))

const switchOff = (id: string) =>
  api.payload.update({ collection: 'activations', data: { isActive: false }, id })

describe('is told of an activation that is ended by', () => {
  it('the software', async () => {
    const one = await activated()
    await call('deactivate', one.code, one.domain)
    await call('deactivate', one.code, one.domain)
    expect(told).toEqual(telling('client', one))
  })

  it('the internal API', async () => {
    const one = await activated()
    const path = `/internal/activated-product-activations/${one.activationId}`
    expect((await api.call('DELETE', path)).status).toBe(200)
    await api.call('DELETE', path)
    expect(told).toEqual(telling('admin', one))
  })

  it('a customer in the portal, who owns the licence', async () => {
    const data = { clientId: 'ADA', email: 'ada@example.com', name: 'Ada', password: 'a long word' }
    const customer = await api.payload.create({ collection: 'customers', data })
    const one = await activated(await api.createLicense({ customerId: 'ADA' }))
    const req = await createLocalReq(
      { user: { ...customer, collection: 'customers' } },
      api.payload,
    )
    await deactivateOwnActivation(req, customer, one.activationId)
    await deactivateOwnActivation(req, customer, one.activationId)
    expect(told).toEqual(telling('customer', one))
  })

  it('a link', async () => {
    const one = await activated()
    const args = { activationId: one.activationId, ip: null, licenseId: one.id }
    expect(await releaseByLink(api.payload, args)).toBe('released')
    expect(await releaseByLink(api.payload, args)).toBe('not_active')
    expect(told).toEqual(telling('customer', one))
  })

  it('a new activation at the limit, of those that made room', async () => {
    await api.saveSettings({ atLimit: 'replaceOldest' })
    const one = await activated()
    const two = await activated(one)
    expect(told).toEqual([])
    const three = await activated(one)
    expect(told).toEqual(telling('system', one))
    await call('activate', three.code, three.domain)
    await activated(two)
    expect(told).toEqual(telling('system', one, two))
    await api.saveSettings({ atLimit: 'refuse' })
  })

  it('an administrator who switches it off, once', async () => {
    const one = await activated()
    await api.payload.update({
      collection: 'activations',
      data: { name: 'Of Ada' },
      id: one.activationId,
    })
    expect(told).toEqual([])
    await switchOff(one.activationId)
    await switchOff(one.activationId)
    expect(told).toEqual(telling('admin', one))
  })

  it('an administrator who switches many off, and asks for no field of them', async () => {
    const one = await activated()
    const two = await activated(one)
    await api.payload.update({
      collection: 'activations',
      data: { isActive: false },
      select: { domain: true },
      where: { license: { equals: one.id } },
    })
    expect(told).toHaveLength(2)
    expect(told).toEqual(expect.arrayContaining(telling('admin', one, two)))
  })

  it('an administrator who deletes it, and not where it had ended', async () => {
    const one = await activated()
    const two = await activated(one)
    await switchOff(two.activationId)
    told = []
    await api.payload.delete({ collection: 'activations', where: { license: { equals: one.id } } })
    expect(told).toEqual(telling('admin', one))
  })

  it('an administrator who deletes its licence', async () => {
    const one = await activated()
    const two = await activated(one)
    await switchOff(one.activationId)
    told = []
    await api.payload.delete({ collection: 'licenses', id: one.id })
    expect(told).toEqual(telling('admin', two))
  })
})

it('is not told of what is undone', async () => {
  const one = await activated()
  const req = await createLocalReq({}, api.payload)
  await initTransaction(req)
  const end = { collection: 'activations', data: { isActive: false }, id: one.activationId, req }
  await api.payload.update(end as Parameters<typeof api.payload.update>[0])
  await killTransaction(req)
  expect(told).toEqual([])

  await initTransaction(req)
  await api.payload.update(end as Parameters<typeof api.payload.update>[0])
  expect(told).toEqual([])
  await commitTransaction(req)
  expect(told).toEqual(telling('admin', one))
})

it('changes nothing for whoever ended it where it throws', async () => {
  hooks.afterDeactivate = () => {
    throw new Error('The shop does not answer.')
  }
  const one = await activated()
  expect(await switchOff(one.activationId)).toMatchObject({ isActive: false })
  await api.payload.delete({ collection: 'licenses', id: one.id })
  expect(
    await api.payload.count({ collection: 'licenses', where: { id: { equals: one.id } } }),
  ).toEqual({ totalDocs: 0 })
})
