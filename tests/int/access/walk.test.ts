import type { Access } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { allowance, collections, globals, type Operation } from './expectations'
import { type Actor, createPeople, type People, requestOf } from './people'

/** What the access functions answer, and Payload's own doors. What comes of it is in operations.test.ts. */
const operations = ['create', 'delete', 'read', 'update'] as const
const actors: Actor[] = ['nobody', 'customer', 'other', 'admin']
const outsiders: Actor[] = ['nobody', 'customer', 'other']

let people: People
let rest: Rest
let test: TestPayload
const tokens: Partial<Record<Actor, string>> = {}

beforeAll(async () => {
  test = await createTestPayload()
  people = await createPeople(test.payload)
  rest = restOf(test)
  const { admin, customer, other, password } = people
  tokens.admin = await tokenOf(test.payload, 'users', { email: admin.email, password })
  tokens.customer = await tokenOf(test.payload, 'customers', { email: customer.email, password })
  tokens.other = await tokenOf(test.payload, 'customers', { email: other.email, password })
})
afterAll(() => test.close())

async function ask(access: Access, actor: Actor): Promise<'no' | 'own' | 'yes'> {
  const answer = await access({ req: await requestOf(test.payload, people, actor) })
  if (answer === true) return 'yes'
  return answer === false ? 'no' : 'own'
}

describe('every collection', () => {
  it('has a line in the table', () => {
    expect(Object.keys(test.payload.collections).sort()).toEqual(Object.keys(collections).sort())
  })

  it.each(Object.keys(collections))(
    '%s: access functions answer as the table says',
    async (slug) => {
      const { access } = test.payload.collections[slug as 'users'].config
      for (const operation of operations) {
        for (const actor of actors) {
          const expected = allowance(collections[slug]?.[operation] ?? 'nobody', actor)
          const answer = await ask(access[operation], actor)
          // Administrators' preferences are their own; to them that is everything.
          const given = actor === 'admin' && answer === 'own' ? 'yes' : answer
          expect(`${actor} ${operation}: ${given}`).toBe(`${actor} ${operation}: ${expected}`)
        }
      }
      for (const actor of outsiders) {
        expect(await ask(access.unlock, actor)).toBe('no')
        expect(await ask(access.readVersions, actor)).toBe('no')
      }
    },
  )

  it.each(Object.keys(collections))('%s: REST refuses outsiders', async (slug) => {
    const id = '00000000-0000-4000-8000-000000000000'
    for (const actor of outsiders) {
      const token = tokens[actor]
      const calls: [Operation, string, string][] = [
        ['create', 'POST', ''],
        ['update', 'PATCH', `/${id}`],
        ['delete', 'DELETE', `/${id}`],
        ['update', 'PATCH', '?where[id][exists]=true'],
        ['delete', 'DELETE', '?where[id][exists]=true'],
        ['read', 'GET', ''],
        ['read', 'GET', '/count'],
      ]
      for (const [operation, method, path] of calls) {
        if (allowance(collections[slug]?.[operation] ?? 'nobody', actor) !== 'no') continue
        if (slug === 'payload-preferences' && path.startsWith('/')) continue
        const body = method === 'GET' ? undefined : { name: 'x' }
        const { status } = await rest(method, `/${slug}${path}`, { body, token })
        expect(`${actor} ${method} ${path}: ${status}`).toMatch(/: (401|403|404|501)$/)
      }
    }
  })
})

describe('every global', () => {
  it('has a line in the table', () => {
    expect(test.payload.globals.config.map(({ slug }) => slug)).toEqual(Object.keys(globals))
  })

  it.each(Object.keys(globals))(
    '%s: access functions and REST answer as the table says',
    async (slug) => {
      const { access } = test.payload.globals.config.find((each) => each.slug === slug)!
      for (const actor of actors) {
        const expected = actor === 'admin' ? 'yes' : 'no'
        expect(await ask(access.read, actor)).toBe(expected)
        expect(await ask(access.update, actor)).toBe(expected)
        const { status } = await rest('GET', `/globals/${slug}`, { token: tokens[actor] })
        expect(status).toBe(actor === 'admin' ? 200 : 403)
        if (actor === 'admin') continue
        const written = await rest('POST', `/globals/${slug}`, { body: {}, token: tokens[actor] })
        expect(written.status).toBe(403)
      }
    },
  )
})

describe('the admin panel', () => {
  it.each(outsiders)('is closed to %s', async (actor) => {
    for (const slug of ['users', 'customers'] as const) {
      const access = test.payload.collections[slug].config.access.admin
      const req = await requestOf(test.payload, people, actor)
      expect(await access?.({ req })).toBe(false)
    }
  })
})

describe("Payload's own endpoints", () => {
  it.each([
    ['POST', '/customers/first-register'],
    ['POST', '/customers/refresh-token'],
    ['POST', '/customers/verify/token'],
    ['GET', '/customers/init'],
  ])('%s %s is closed, also while there is no customer', async (method, path) => {
    const body =
      method === 'GET' ? undefined : { email: 'new@example.com', password: 'x'.repeat(20) }
    expect((await rest(method, path, { body })).status).toBe(404)
  })

  it.each(outsiders)('%s runs no jobs', async (actor) => {
    const { status } = await rest('GET', '/payload-jobs/run', { token: tokens[actor] })
    expect(status).toBeGreaterThanOrEqual(400)
  })
})
