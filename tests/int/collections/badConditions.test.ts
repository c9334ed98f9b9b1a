import { afterAll, beforeAll, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'

let rest: Rest
let test: TestPayload
let token: string

beforeAll(async () => {
  test = await createTestPayload()
  const credentials = { email: 'admin@example.com', password: 'a long enough password' }
  await test.payload.create({ collection: 'users', data: credentials })
  token = await tokenOf(test.payload, 'users', credentials)
  rest = restOf(test)
})
afterAll(() => test.close())

const statusOf = async (slug: string, where: unknown) => {
  const query = new URLSearchParams({ where: JSON.stringify(where) }).toString()
  return (await rest('GET', `/${slug}?${query}`, { token })).status
}

it.each([
  { code: null },
  { and: null },
  { or: [null] },
  { and: [{ or: [{ code: null }] }] },
  [null],
  { code: { near: [1, 2, 3] } },
  { or: [{ code: { within: {} } }] },
])(
  'conditions such as %j, which nothing can answer, are a mistake of the caller',
  async (where) => {
    for (const slug of ['licenses', 'customers', 'activations']) {
      expect([slug, await statusOf(slug, where)]).toEqual([slug, 400])
    }
  },
)

it.each([
  { code: { equals: null } },
  { and: [{ or: [{ code: { exists: true } }, { invoice: { equals: null } }] }] },
  {},
])('conditions such as %j are answered', async (where) => {
  expect(await statusOf('licenses', where)).toBe(200)
})
