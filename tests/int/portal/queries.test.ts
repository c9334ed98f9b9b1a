import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Customer, License } from '../../../payload-types'
import { countInstallations } from '../../../src/portal/queries/countInstallations'
import { countLicenses } from '../../../src/portal/queries/countLicenses'
import { findActivation } from '../../../src/portal/queries/findActivation'
import { findActivations, findLatestActivations } from '../../../src/portal/queries/findActivations'
import { findEndingSoon } from '../../../src/portal/queries/findEndingSoon'
import { findLicense } from '../../../src/portal/queries/findLicense'
import { findLicenses } from '../../../src/portal/queries/findLicenses'
import { saveLanguage } from '../../../src/portal/settings/profile/saveLanguage'
import { saveName } from '../../../src/portal/settings/profile/saveName'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { newActivation } from './support/portal'

/** What the portal's queries show of whose rows, on a real database. */
const everything = { filter: 'all', page: 1, query: '', sort: 'newest' } as const

let test: TestPayload
let productId: string
let ada: Customer
let bob: Customer

beforeAll(async () => {
  test = await createTestPayload()
  const product = await test.payload.create({ collection: 'products', data: { name: 'Tide' } })
  productId = product.id
  ada = await newCustomer('ada', { confirmedAt: new Date().toISOString() })
  bob = await newCustomer('bob')
})
afterAll(() => test.close())
beforeEach(() =>
  saveSettings({
    enableActivationsPage: true,
    enableLicensesPage: true,
    freeDevelopmentHosts: false,
  }),
)

describe('licences', () => {
  it("are the customer's by Client ID, and by e-mail only once that is confirmed", async () => {
    const byId = await newLicense({ customerId: ada.clientId })
    const byEmail = await newLicense({ email: ada.email })
    await newLicense({ customerId: 'somebody', email: ada.email })
    const bobs = await newLicense({ customerId: bob.clientId })
    await newLicense({ email: bob.email })

    expect(idsOf(await findLicenses(await as(ada), everything))).toEqual([byEmail.id, byId.id])
    expect(idsOf(await findLicenses(await as(bob), everything))).toEqual([bobs.id])
    expect(await countLicenses(await as(ada))).toEqual({ active: 2, expired: 0, owned: 2 })
    expect(await findLicense(await as(ada), byEmail.id)).toMatchObject({ product: 'Tide' })
    expect(await findLicense(await as(ada), bobs.id)).toBeNull()
    expect(await findLicense(await as(ada), 'no-uuid')).toBeNull()
  })

  it('are counted by their status, few as well as many', async () => {
    const finn = await newCustomer('finn')
    const customerId = finn.clientId
    const past = new Date(Date.now() - 1000).toISOString()
    await newLicense({ customerId })
    await newLicense({ customerId, expiresAt: past })
    await newLicense({ customerId, isValid: false })
    await newLicense({ customerId, expiresAt: past, isValid: false })
    await newLicense({ customerId, isValid: null })
    expect(await countLicenses(await as(finn))).toEqual({ active: 2, expired: 1, owned: 5 })
    for (const [filter, total] of [
      ['active', 2],
      ['expired', 1],
      ['blocked', 2],
    ] as const) {
      expect((await findLicenses(await as(finn), { ...everything, filter })).total).toBe(total)
    }

    for (let more = 0; more < 96; more += 1) await newLicense({ customerId, expiresAt: past })
    expect(await countLicenses(await as(finn))).toEqual({ active: 2, expired: 97, owned: 101 })
  })

  it('that run out within 30 days are told, the first to run out first, of few as of many', async () => {
    const hedy = await newCustomer('hedy')
    const customerId = hedy.clientId
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    const ending = async (limit: number) =>
      idsOf({ rows: await findEndingSoon(await as(hedy), limit) })
    await newLicense({ customerId })
    await newLicense({ customerId, expiresAt: inDays(-1) })
    await newLicense({ customerId, expiresAt: inDays(31) })
    await newLicense({ customerId, expiresAt: inDays(1), isValid: false })
    const later = await newLicense({ customerId, expiresAt: inDays(29) })
    const soon = await newLicense({ code: 'GUS-SOON', customerId, expiresAt: inDays(2) })
    expect(await ending(3)).toEqual([soon.id, later.id])
    expect(await ending(1)).toEqual([soon.id])
    expect((await findEndingSoon(await as(hedy), 1))[0]).toEqual({
      code: 'GUS-SOON',
      expiresAt: soon.expiresAt,
      id: soon.id,
      product: 'Tide',
    })

    for (let more = 0; more < 96; more += 1) await newLicense({ customerId })
    expect(await ending(3)).toEqual([soon.id, later.id])
  })

  it('are refused as a whole while the page is off', async () => {
    await saveSettings({ enableLicensesPage: false })
    await expect(findLicenses(await as(ada), everything)).rejects.toThrow(/not allowed/i)
    await expect(countLicenses(await as(ada))).rejects.toThrow(/not allowed/i)
  })

  it('count what takes a slot as the rules do', async () => {
    const cleo = await newCustomer('cleo')
    const license = await newLicense({ customerId: cleo.clientId, parallelUses: 5 })
    await activate(license, { domain: 'a.example', environment: 'production' })
    await activate(license, { domain: 'localhost', environment: 'development' })
    const old = await activate(license, { domain: 'old.example' })
    await test.payload.update({ collection: 'activations', data: { isActive: false }, id: old })
    const used = async () => (await findLicenses(await as(cleo), everything)).rows[0]?.used
    expect(await used()).toBe(2)
    await saveSettings({ freeDevelopmentHosts: true })
    expect(await used()).toBe(1)
  })

  it('are searched as text, whatever the text', async () => {
    const dora = await newCustomer('dora')
    await newLicense({ code: 'DORA-100%_X', customerId: dora.clientId })
    const found = async (query: string) =>
      (await findLicenses(await as(dora), { ...everything, query })).total
    expect(await found('dora-100')).toBe(1)
    expect(await found('tide')).toBe(1)
    expect(await found('0%_x')).toBe(1)
    for (const query of ["'; drop table licenses; --", '\\', '%%', 'dora_100', '{}', '💥']) {
      expect([query, await found(query)]).toEqual([query, 0])
    }
  })
})

describe('activations', () => {
  it("are those of the customer's own licences, and readable while the licences page is off", async () => {
    const eve = await newCustomer('eve')
    const license = await newLicense({ customerId: eve.clientId })
    const own = await activate(license, { domain: 'own.example' })
    const other = await activate(await newLicense({ customerId: 'x' }), {
      domain: 'x.example',
    })
    await saveSettings({ enableLicensesPage: false })

    expect(idsOf(await findActivations(await as(eve), everything))).toEqual([own])
    expect(await countInstallations(await as(eve))).toBe(1)
    const latest = await activate(license, { activatedAt: '2040-01-01', domain: 'latest.example' })
    const latestOf = async (who: Customer, most: number) =>
      (await findLatestActivations(await as(who), most)).map(({ id }) => id)
    expect(await latestOf(eve, 1)).toEqual([latest])
    expect(await latestOf(eve, 5)).toEqual([latest, own])
    expect(await latestOf(bob, 5)).toEqual([])
    expect(await findActivation(await as(eve), own)).toMatchObject({ domain: 'own.example' })
    expect(await findActivation(await as(eve), other)).toBeNull()
    const narrowed = { ...everything, license: license.id }
    expect((await findActivations(await as(bob), narrowed)).total).toBe(0)
  })

  it('are refused as a whole while the page is off', async () => {
    await saveSettings({ enableActivationsPage: false })
    await expect(findActivations(await as(ada), everything)).rejects.toThrow(/not allowed/i)
    await expect(findLatestActivations(await as(ada), 5)).rejects.toThrow(/not allowed/i)
  })
})

it('saving a name leaves a password and sessions that changed meanwhile as they are', async () => {
  const fay = await newCustomer('fay')
  const req = await as(fay)
  const password = 'another long password'
  await test.payload.update({ collection: 'customers', data: { password }, id: fay.id })
  await test.payload.login({ collection: 'customers', data: { email: fay.email, password } })
  await saveName(req, fay.id, 'Fay Renamed')
  const login = { collection: 'customers', data: { email: fay.email, password } } as const
  await expect(test.payload.login(login)).resolves.toMatchObject({ user: { name: 'Fay Renamed' } })
})

it('saving a language leaves the rest of the account as it is, and can be taken back', async () => {
  const gus = await newCustomer('gus')
  const stored = () => test.payload.findByID({ collection: 'customers', id: gus.id })
  await saveLanguage(await as(gus), gus.id, 'de')
  expect(await stored()).toMatchObject({ email: gus.email, language: 'de', name: gus.name })
  await saveLanguage(await as(gus), gus.id, null)
  expect((await stored()).language).toBeNull()
})

const as = (customer: Customer): Promise<PayloadRequest> =>
  createLocalReq({ user: { ...customer, collection: 'customers' } as never }, test.payload)

const idsOf = ({ rows }: { rows: { id: string }[] }): string[] => rows.map(({ id }) => id)

const newCustomer = (name: string, data: Partial<Customer> = {}): Promise<Customer> =>
  test.payload.create({
    collection: 'customers',
    data: { email: `${name}@example.com`, name, password: 'a long enough password', ...data },
  })

const newLicense = (data: Partial<License>): Promise<License> =>
  test.payload.create({
    collection: 'licenses',
    data: { product: productId, type: 'perpetual', ...data } as never,
  })

async function activate(license: License, data: Record<string, unknown>): Promise<string> {
  const activation = await test.payload.create({
    collection: 'activations',
    data: { ...newActivation(license, productId), ...data } as never,
  })
  return activation.id
}

const saveSettings = (data: Record<string, unknown>) =>
  test.payload.updateGlobal({ slug: 'settings', data })
