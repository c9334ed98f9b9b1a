import { randomUUID } from 'node:crypto'

import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findRefusals } from '../../../src/portal/queries/findRefusals'
import { from, openApi, type TestApi } from '../api/support/api'
import { release } from '../releases/support'

let api: TestApi
let req: PayloadRequest

beforeAll(async () => {
  api = await openApi()
  req = await createLocalReq({}, api.payload)
})
afterAll(() => api.close())

const call = (name: string, body: Record<string, unknown>, domain = 'one.example', ip?: string) =>
  api.call('POST', `/external/license/${name}`, {
    body: { product_id: 'TIDEMARK', ...body },
    headers: from(domain),
    ip,
  })

const reasonsOf = async (id: string) =>
  (await findRefusals(req, { id })).map(({ reason }) => reason)

describe("a licence's refused calls", () => {
  it('say when, from where and why, the latest first', async () => {
    const { code, id } = await api.createLicense({ parallelUses: 1 })
    await call('activate', { license_code: code })
    await call('activate', { license_code: code }, 'two.example', '198.51.100.7')
    await call('verify', { license_code: code }, 'three.example')
    expect(await findRefusals(req, { id })).toMatchObject([
      { domain: 'three.example', reason: 'not_activated' },
      { connectionIp: '198.51.100.7', domain: 'two.example', reason: 'limit_reached' },
    ])
  })

  it.each(['activate', 'verify', 'deactivate'])('are noted at %s', async (name) => {
    const { code, id } = await api.createLicense({ isValid: name === 'deactivate' })
    await call(name, { license_code: code })
    expect(await reasonsOf(id)).toHaveLength(1)
  })

  it('are noted for a token of it as well', async () => {
    const { code, id } = await api.createLicense()
    const { body } = await call('activate', { license_code: code })
    await call('verify', { license_data: body.lic_response }, 'elsewhere.example')
    expect(await reasonsOf(id)).toEqual(['not_activated'])
  })

  it('are noted for certificates and updates as well', async () => {
    const { code, id } = await api.createLicense({ updatesUntil: '2020-01-01T00:00:00.000Z' })
    await release(api.payload, api.product.id, { main: 'file', version: '5.0.0' })
    const { body } = await call('activate', { license_code: code })
    const license_data = body.lic_response
    await api.call('POST', '/external/update/5.0.0/download/main', {
      body: { license_data, product_id: 'TIDEMARK' },
      headers: from('one.example'),
    })
    await api.payload.update({ collection: 'licenses', data: { isValid: false }, id })
    await call('certificate', { license_data })
    await api.call('POST', '/external/update/check', {
      body: { current_version: '1.0', license_data, product_id: 'TIDEMARK' },
      headers: from('one.example'),
    })
    expect(await reasonsOf(id)).toEqual(['blocked', 'blocked', 'updates_expired'])
  })

  it('are noted where the place is on the blacklist, by code and by token', async () => {
    const { code, id } = await api.createLicense()
    const { body } = await call('activate', { license_code: code }, 'listed.example')
    await api.payload.create({
      collection: 'blacklist-entries',
      data: { domain: 'listed.example', reason: 'By hand' },
    })
    await new Promise((resolve) => setTimeout(resolve, 1050))
    await call('activate', { license_code: code }, 'listed.example')
    await call('verify', { license_data: body.lic_response }, 'listed.example')
    expect(await reasonsOf(id)).toEqual(['blacklisted', 'blacklisted'])
  })

  it('are no more than ten, and none older than 30 days', async () => {
    const { code, id } = await api.createLicense({ isValid: false })
    for (let n = 0; n < 12; n += 1) await call('verify', { license_code: code }, `${n}.example`)
    expect(await reasonsOf(id)).toHaveLength(10)
    await api.payload.db.updateMany({
      collection: 'failed-attempts',
      data: { createdAt: new Date(Date.now() - 31 * 24 * 60 * 60 * 1000).toISOString() },
      where: { license: { equals: id } },
    })
    expect(await reasonsOf(id)).toEqual([])
  })
})

describe('a customer is told nothing of others', () => {
  it('not of calls with unknown codes or of another licence from the same place', async () => {
    const [mine, other] = [await api.createLicense(), await api.createLicense({ isValid: false })]
    await call('activate', { license_code: `NOT-${randomUUID()}` }, 'mine.example', '198.51.100.9')
    await call('activate', { license_code: other.code }, 'mine.example', '198.51.100.9')
    expect(await reasonsOf(mine.id)).toEqual([])
    expect(await reasonsOf(other.id)).toEqual(['blocked'])
  })

  it('not of calls with its code for another product', async () => {
    const { code, id } = await api.createLicense()
    await call('activate', { license_code: code, product_id: 'ANOTHER' })
    expect(await reasonsOf(id)).toEqual([])
  })
})

it('a deleted licence keeps the record of its refused calls', async () => {
  const { code, id } = await api.createLicense({ isValid: false })
  await call('verify', { license_code: code })
  await api.payload.delete({ collection: 'licenses', id })
  const { docs } = await api.payload.find({
    collection: 'failed-attempts',
    depth: 0,
    where: { licenseCode: { equals: code } },
  })
  expect(docs).toMatchObject([{ license: null, reason: 'blocked' }])
})
