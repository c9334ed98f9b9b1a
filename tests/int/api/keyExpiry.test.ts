import { afterAll, beforeAll, expect, it } from 'vitest'

import { openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

it('takes a key until the end of the day that is named as its last', async () => {
  const dayOf = (offset: number) =>
    new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
  const statusOn = async (day: string) => {
    const { id, key } = await api.createKey('external', { expiresAt: day })
    const { expiresAt } = await api.payload.findByID({ collection: 'api-keys', id })
    expect(expiresAt).toBe(`${day}T23:59:59.999Z`)
    return (await api.call('GET', '/external/connection-check', { key })).status
  }
  expect(await statusOn(dayOf(-1))).toBe(401)
  expect(await statusOn(dayOf(0))).toBe(200)
})
