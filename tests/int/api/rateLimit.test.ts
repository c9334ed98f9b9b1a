import { afterAll, beforeAll, expect, it } from 'vitest'

import { from, openApi, type TestApi } from './support/api'

let api: TestApi
let addresses = 0

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

const newAddress = () => `198.51.100.${++addresses}`
const check = async (ip: string, key?: null | string) =>
  (await api.call('GET', '/external/connection-check', { ip, key })).status

it('counts by address, also calls without a key, and says how long to wait', async () => {
  await api.saveSettings({ rateLimitBy: 'ip', rateLimitPerMinute: 3 })
  const ip = newAddress()
  const statuses = [await check(ip), await check(ip, null), await check(ip), await check(ip)]
  expect(statuses).toEqual([200, 401, 200, 429])
  const { body, headers } = await api.call('GET', '/external/connection-check', { ip })
  expect(body).toEqual({
    status: false,
    message: 'Too many requests. Try again later.',
    errors: {},
  })
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60)
  expect(await check(newAddress())).toBe(200)
})

it('counts by address whatever the call claims of its own', async () => {
  await api.saveSettings({ rateLimitBy: 'ip', rateLimitPerMinute: 2 })
  const ip = newAddress()
  const call = (claim: string) =>
    api.call('GET', '/external/connection-check', {
      headers: { 'x-api-ip': claim, 'x-forwarded-for': claim, 'x-real-ip': claim },
      ip,
    })
  const answers = [await call('10.0.0.1'), await call('10.0.0.2'), await call('10.0.0.3')]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
})

it('counts an IPv6 address by its block of 64 bits', async () => {
  await api.saveSettings({ rateLimitBy: 'ip', rateLimitPerMinute: 1 })
  expect(await check('2001:db8:1:1::1')).toBe(200)
  expect(await check('2001:db8:1:1:ffff::2')).toBe(429)
  expect(await check('2001:db8:1:2::1')).toBe(200)
})

it('counts by key', async () => {
  await api.saveSettings({ rateLimitBy: 'key', rateLimitPerMinute: 2 })
  const [one, other] = [await api.createKey('external'), await api.createKey('external')]
  const statuses = [
    await check(newAddress(), one.key),
    await check(newAddress(), one.key),
    await check(newAddress(), one.key),
    await check(newAddress(), other.key),
  ]
  expect(statuses).toEqual([200, 200, 429, 200])
})

it('counts by both', async () => {
  await api.saveSettings({ rateLimitBy: 'both', rateLimitPerMinute: 2 })
  const { key } = await api.createKey('external')
  const ip = newAddress()
  const statuses = [await check(ip, key), await check(newAddress(), key)]
  statuses.push(await check(newAddress(), key), await check(ip), await check(ip))
  expect(statuses).toEqual([200, 200, 429, 200, 429])
})

it('ends the guessing of codes in 429, whatever domain or address the guesser claims', async () => {
  await api.saveSettings({ rateLimitBy: 'ip', rateLimitPerMinute: 3000 })
  const ip = newAddress()
  const guess = (code: string, claim: string, address = ip) =>
    api.call('POST', '/external/license/activate', {
      body: { license_code: code, product_id: 'TIDEMARK' },
      headers: { ...from(claim), 'x-api-ip': '10.0.0.1' },
      ip: address,
    })
  const statuses: number[] = []
  for (let index = 0; index < 100 && !statuses.includes(429); index++) {
    statuses.push((await guess(`GUESS-${index}`, `guess${index}.example`)).status)
  }
  expect(statuses.length).toBeGreaterThan(20)
  expect(statuses.at(-1)).toBe(429)
  const { code } = await api.createLicense()
  const late = await guess(code, 'late.example')
  expect([late.status, late.headers.get('retry-after')]).toEqual([
    429,
    expect.stringMatching(/^\d+$/),
  ])
  expect((await guess(code, 'honest.example', newAddress())).body.is_active).toBe(true)
})
