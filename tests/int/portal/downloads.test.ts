import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Customer, License, Version } from '../../../payload-types'
import type { DownloadParams } from '../../../src/portal/downloads/downloadResponse'
import { findDownloads } from '../../../src/portal/downloads/findDownloads'
import { bytes, type DownloadShop, openDownloadShop } from './support/downloads'

/** A file is worth what the product costs: every request must show again that its licence is the caller's and includes it. */
let shop: DownloadShop
let payload: Payload
let ada: Customer
let license: License
let version: Version
let createLicense: DownloadShop['createLicense']
let createVersion: DownloadShop['createVersion']

beforeAll(async () => {
  shop = await openDownloadShop()
  ;({ createLicense, createVersion, payload } = shop)
  ada = await shop.createCustomer()
  version = await createVersion('2.0', '2027-02-01')
})
afterAll(() => shop.close())

const get = (
  params: Partial<DownloadParams> = {},
  headers: Record<string, string> = {},
  who = ada,
) => shop.get(who, { id: license.id, type: 'main', version: version.id, ...params }, headers)

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2027-06-15T12:00:00Z'), toFake: ['Date'] })
  await payload.updateGlobal({
    slug: 'settings',
    data: {
      allowDownloads: true,
      blockedDownloads: false,
      enableLicensesPage: true,
      expiredDownloads: 'own',
    },
  })
  license = await createLicense({ customerId: ada.clientId })
  return () => vi.useRealTimers()
})

describe('the customer of a licence', () => {
  it('gets the file as an attachment with a safe name, kept by nobody on the way', async () => {
    const response = await get()
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, no-store, no-transform',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
    })
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w .-]+"/)
  })

  it('gets the rest of a file whose download broke off', async () => {
    const response = await get({}, { range: 'bytes=4-11' })
    expect([response.status, await response.text()]).toEqual([206, 'software'])
    expect(response.headers.get('content-range')).toBe(`bytes 4-11/${bytes.length}`)
    expect((await get({}, { range: `bytes=${bytes.length}-` })).status).toBe(416)
  })

  it('sees the latest version that each licence includes, and none of later ones', async () => {
    const other = await createVersion('3.0', '2027-05-01')
    const old = await createLicense({ customerId: ada.clientId, updatesUntil: '2027-03-01' })
    const { rows } = await findDownloads(await shop.requestOf(ada), 1)
    const versionOf = ({ id }: License) =>
      rows.find((row) => row.license.id === id)?.release?.version
    expect([versionOf(license), versionOf(old)]).toEqual(['3.0', '2.0'])
    expect((await get({ id: old.id, version: other.id })).status).toBe(404)
    await payload.delete({ collection: 'versions', id: other.id })
  })
})

describe('there is no file', () => {
  const expectNone = async (params: Partial<DownloadParams> = {}, who = ada) => {
    const response = await get(params, {}, who)
    expect([response.status, await response.text()]).toEqual([404, 'There is no such file.'])
  }

  it('for another customer, of whose licences that is told nothing', async () => {
    const bob = await shop.createCustomer()
    await expectNone({}, bob)
    await createLicense({ customerId: bob.clientId, product: await shop.otherProduct() })
    await expectNone({}, bob)
  })

  it('of a product that the licence is not for', async () => {
    const other = await createVersion('1.0', '2027-01-01', { product: await shop.otherProduct() })
    await expectNone({ version: other.id })
  })

  it('for a licence that was given away a moment ago', async () => {
    await payload.update({ collection: 'licenses', data: { customerId: 'BOB' }, id: license.id })
    await expectNone()
  })

  it.each<[string, Partial<License>, Record<string, unknown>]>([
    ['for a blocked licence', { isValid: false }, {}],
    [
      'for an expired licence, where the settings say so',
      { expiresAt: '2027-03-01' },
      { expiredDownloads: 'none' },
    ],
    ['released after the licence expired', { expiresAt: '2027-01-15' }, {}],
    ['released after the end of its updates', { updatesUntil: '2027-01-15' }, {}],
    ['where customers download nothing', {}, { allowDownloads: false }],
    ['where customers see no licences', {}, { enableLicensesPage: false }],
  ])('%s', async (_, data, settings) => {
    const { id } = await createLicense({ customerId: ada.clientId, ...data })
    await payload.updateGlobal({ slug: 'settings', data: settings })
    await expectNone({ id })
  })

  it('of a version that is not active, not released yet, or of a product that is off', async () => {
    const hidden = await createVersion('4.0', '2027-01-01', { isActive: false })
    const coming = await createVersion('5.0', '2027-12-01')
    await expectNone({ version: hidden.id })
    await expectNone({ version: coming.id })
    await payload.update({ collection: 'products', data: { isActive: false }, id: shop.product })
    await expectNone()
    await payload.update({ collection: 'products', data: { isActive: true }, id: shop.product })
    await payload.delete({ collection: 'versions', where: { version: { in: ['4.0', '5.0'] } } })
  })

  it.each<Partial<DownloadParams>>([
    { type: 'sql' },
    { type: '../main' },
    { type: '__proto__' },
    { version: randomUUID() },
    { version: "' or true --" },
    { version: '2.0' },
    { id: randomUUID() },
    { id: '\0' },
  ])('at an address that names none: %j', async (params) => {
    await expectNone(params)
  })

  it('where it is gone from the disk, and no 5xx tells why', async () => {
    vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    const lost = await createVersion('1.5', '2027-01-05')
    const folder = path.join(shop.uploads, 'releases')
    const names = await readdir(folder).catch(() => readdir(shop.uploads))
    expect(names.length).toBeGreaterThan(0)
    await payload.db.updateMany({
      collection: 'release-files',
      data: { filename: '../../etc/passwd' },
      where: { id: { equals: lost.mainFile as string } },
    })
    await expectNone({ version: lost.id })
    await payload.db.deleteMany({ collection: 'versions', where: { version: { equals: '1.5' } } })
  })
})

it.each<[string, Partial<License>, Record<string, unknown>]>([
  ['a blocked licence, where the settings say so', { isValid: false }, { blockedDownloads: true }],
  ['an expired licence, of what was released before', { expiresAt: '2027-03-01' }, {}],
])('there is a file for %s', async (_, data, settings) => {
  const { id } = await createLicense({ customerId: ada.clientId, ...data })
  await payload.updateGlobal({ slug: 'settings', data: settings })
  expect((await get({ id })).status).toBe(200)
})
