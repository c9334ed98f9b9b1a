import { afterAll, beforeAll, expect, it } from 'vitest'

import { from, openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

type Place = { claim?: Record<string, string>; ip?: string }

const activate = (code: string, domain: string, { claim, ip }: Place = {}) =>
  api.call('POST', '/external/license/activate', {
    body: { license_code: code, product_id: 'TIDEMARK' },
    headers: { ...from(domain), ...claim },
    ip,
  })

it('records refused calls with their reason', async () => {
  await activate('MADE-UP', 'curious.example', { ip: '203.0.113.9' })
  const { docs } = await api.payload.find({
    collection: 'failed-attempts',
    where: { domain: { equals: 'curious.example' } },
  })
  expect(docs).toMatchObject([
    {
      action: 'activate',
      connectionIp: '203.0.113.9',
      licenseCode: 'MADE-UP',
      productReferenceId: 'TIDEMARK',
      reason: 'not_found',
    },
  ])
})

it('records nothing where the settings say so', async () => {
  await api.saveSettings({ recordFailedAttempts: false })
  await activate('MADE-UP', 'unseen.example')
  const { totalDocs } = await api.payload.count({
    collection: 'failed-attempts',
    where: { domain: { equals: 'unseen.example' } },
  })
  expect(totalDocs).toBe(0)
  await api.saveSettings({ recordFailedAttempts: true })
})

it('blacklists a domain only for the address that they came from', async () => {
  await api.saveSettings({ blacklistDomainAfter: 3 })
  const { code } = await api.createLicense()
  for (let attempt = 0; attempt < 3; attempt++) {
    await activate('MADE-UP', 'victim.example', { ip: '203.0.113.10' })
  }
  await api.saveSettings({ blacklistDomainAfter: 0 })
  const attacker = await activate(code, 'victim.example', { ip: '203.0.113.10' })
  expect(attacker.body).toMatchObject({
    code: 'blacklisted',
    message: 'Your access has been blocked.',
  })
  const owner = await activate(code, 'victim.example', { ip: '203.0.113.11' })
  expect(owner.body.is_active).toBe(true)
  const other = await activate(code, 'elsewhere.example', { ip: '203.0.113.10' })
  expect(other.body.is_active).toBe(true)
})

it('blacklists an address whatever it claims to be', async () => {
  await api.saveSettings({ blacklistIpAfter: 2 })
  const { code } = await api.createLicense()
  const place = { claim: { 'x-api-ip': '198.51.100.1' }, ip: '203.0.113.12' }
  await activate('MADE-UP', 'a.example', place)
  await activate('MADE-UP', 'b.example', place)
  await api.saveSettings({ blacklistIpAfter: 0 })
  const { body } = await activate(code, 'c.example', { ip: '203.0.113.12' })
  expect(body).toMatchObject({ code: 'blacklisted' })
  const claimed = await activate(code, 'c.example', { ip: '198.51.100.1' })
  expect(claimed.body.is_active).toBe(true)
})

it('what an administrator took off the list stays off until as many failed again', async () => {
  await api.saveSettings({ blacklistIpAfter: 3 })
  const ip = '203.0.113.40'
  const fail = () => activate('MADE-UP', 'pardoned.example', { ip })
  for (let attempt = 0; attempt < 3; attempt++) await fail()
  expect((await fail()).body).toMatchObject({ code: 'blacklisted' })
  await api.payload.delete({ collection: 'blacklist-entries', where: { ip: { equals: ip } } })
  await new Promise((resolve) => setTimeout(resolve, 1050))
  for (let attempt = 0; attempt < 3; attempt++) {
    expect((await fail()).body).toMatchObject({ code: 'not_found' })
  }
  expect((await fail()).body).toMatchObject({ code: 'blacklisted' })
  await api.saveSettings({ blacklistIpAfter: 0 })
})

it('addresses of one IPv6 block are one', async () => {
  await api.saveSettings({ blacklistIpAfter: 3 })
  const within = (host: number) => ({ ip: `2001:db8:7:1::${host}` })
  for (let host = 1; host <= 3; host++) await activate('MADE-UP', 'many.example', within(host))
  await api.saveSettings({ blacklistIpAfter: 0 })
  const { code } = await api.createLicense()
  expect((await activate(code, 'many.example', within(77))).body).toMatchObject({
    code: 'blacklisted',
  })
  const beside = await activate(code, 'many.example', { ip: '2001:db8:7:2::1' })
  expect(beside.body).toMatchObject({ is_active: true })
})

it('an entry of an address refuses also what says that it is installed there', async () => {
  await api.payload.create({
    collection: 'blacklist-entries',
    data: { ip: '203.0.114.66', reason: 'By hand' },
  })
  await new Promise((resolve) => setTimeout(resolve, 1050))
  const { code } = await api.createLicense()
  const as = (claimed: string) =>
    activate(code, 'hosted.example', { claim: { 'x-api-ip': claimed }, ip: '203.0.113.95' })
  expect((await as('203.0.114.66')).body).toMatchObject({ code: 'blacklisted' })
  expect((await as('203.0.114.67')).body).toMatchObject({ is_active: true })
})

it('an entry of a private address refuses nobody else who says to be at such a one', async () => {
  await api.payload.create({
    collection: 'blacklist-entries',
    data: { ip: '127.0.0.1', reason: 'By hand' },
  })
  await new Promise((resolve) => setTimeout(resolve, 1050))
  const { code } = await api.createLicense()
  const claim = { 'x-api-ip': '127.0.0.1' }
  const elsewhere = await activate(code, 'local.example', { claim, ip: '203.0.113.96' })
  expect(elsewhere.body).toMatchObject({ is_active: true })
  const there = await activate(code, 'local.example', { ip: '127.0.0.1' })
  expect(there.body).toMatchObject({ code: 'blacklisted' })
})

it('an administrator may list a block as it is written', async () => {
  await api.payload.create({
    collection: 'blacklist-entries',
    data: { ip: '2001:DB8:0009:0001::/64', reason: 'By hand' },
  })
  await new Promise((resolve) => setTimeout(resolve, 1050))
  const { code } = await api.createLicense()
  const { body } = await activate(code, 'listed.example', { ip: '2001:db8:9:1::5' })
  expect(body).toMatchObject({ code: 'blacklisted' })
})
