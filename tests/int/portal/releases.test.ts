import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { findReleases, withFiles } from '../../../src/portal/queries/findReleases'
import { bytes, type DownloadShop, openDownloadShop } from './support/downloads'

/** The versions that pages choose from, and what they show of them. */
let shop: DownloadShop
let req: PayloadRequest
const now = new Date('2028-01-01')

beforeAll(async () => {
  shop = await openDownloadShop()
  req = await shop.requestOf(await shop.createCustomer())
  const { id, mainFile } = await shop.createVersion('1.0', '2027-01-01', { summary: 'The first' })
  // Forty more, a day apart, of which two are of the same moment.
  await shop.payload.db.drizzle.execute(sql`
    insert into versions (version, released_at, product_id, main_file_id, is_active, summary)
    select '1.' || n, timestamptz '2027-01-01' + make_interval(days => least(n, 39)), product_id, ${mainFile}::uuid, true, 'Part ' || n
    from versions, generate_series(1, 40) n where id = ${id}`)
})
afterAll(() => shop.close())

it('are the latest first, all of them, with the files of each', async () => {
  const found = await findReleases(req, [shop.product, shop.product], now)
  expect(found).toHaveLength(41)
  const times = found.map(({ releasedAt }) => releasedAt.getTime())
  expect(times).toEqual(times.toSorted((one, other) => other - one))
  expect(found.filter(({ details }) => details !== null)).toHaveLength(30)

  const shown = await withFiles(
    req,
    [found[0], found[40]].filter((one) => one !== undefined),
  )
  const file = { name: expect.stringMatching(/^tide/) as string, size: bytes.length, type: 'main' }
  expect(shown).toMatchObject([
    { files: [file], summary: expect.stringMatching(/^Part (39|40)$/) as string },
    { files: [file], summary: 'The first', version: '1.0' },
  ])
  for (const release of shown) expect(release).not.toHaveProperty('details')
})

it('are none that are to come, have no file, or are of a product that is switched off', async () => {
  expect(await findReleases(req, [shop.product], new Date('2026-01-01'))).toEqual([])
  expect(await findReleases(req, [shop.product], new Date('2027-01-01T12:00:00Z'))).toHaveLength(1)
  expect(await findReleases(req, [], now)).toEqual([])
  const product = await shop.otherProduct()
  await shop.createVersion('0.1', '2027-01-01', { mainFile: null, product })
  expect(await findReleases(req, [product], now)).toEqual([])
  await shop.createVersion('0.2', '2027-01-01', { product })
  expect(await findReleases(req, [product], now)).toHaveLength(1)
  await shop.payload.update({ collection: 'products', data: { isActive: false }, id: product })
  expect(await findReleases(req, [product], now)).toEqual([])
})
