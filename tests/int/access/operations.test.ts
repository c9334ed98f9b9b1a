import type { Payload, PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { allowance, collections, type Operation } from './expectations'
import { type Actor, createPeople, type People, requestOf } from './people'
import { createRows, type Rows, snapshot } from './rows'

/**
 * Every operation on real documents of every collection, as everybody, through the Local API and over REST. What the table of
 * expectations does not give is refused and leaves the database as it is.
 */
const outsiders: Actor[] = ['nobody', 'customer', 'other']
const slugs = Object.keys(collections)

let before: Record<string, unknown>
let payload: Payload
let people: People
let rest: Rest
let rows: Rows
let test: TestPayload
const tokens: Partial<Record<Actor, string>> = {}

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  people = await createPeople(payload)
  rows = await createRows(payload, people)
  rest = restOf(test)
  const { admin, customer, other, password } = people
  tokens.admin = await tokenOf(payload, 'users', { email: admin.email, password })
  tokens.customer = await tokenOf(payload, 'customers', { email: customer.email, password })
  tokens.other = await tokenOf(payload, 'customers', { email: other.email, password })
  before = await snapshot(payload)
})
afterAll(() => test.close())

/** One way to do something to a document: through which door, and what becomes of it. */
type Attempt = [operation: Operation, name: string, attempt: () => Promise<string>]

/** The ids that a list of documents holds, or that it was refused. Other errors mean that access was given. */
async function local(attempt: () => Promise<unknown>): Promise<string> {
  try {
    const result = (await attempt()) as { docs?: { id: string }[]; id?: string } | null
    return (result?.docs?.map(({ id }) => id) ?? [result?.id ?? 'done']).sort().join(' ')
  } catch (error) {
    const { status } = error as { status?: number }
    return status === 401 || status === 403 || status === 404 ? 'refused' : `error ${status}`
  }
}

function localAttempts(slug: string, id: string, req: () => Promise<PayloadRequest>): Attempt[] {
  // The kind of document does not matter to who may reach it.
  const collection = slug as 'products'
  const where = { id: { exists: true } }
  const data = {} as never
  const options = async () => ({ collection, overrideAccess: false, req: await req() }) as const
  const attempts: [Operation, string, () => Promise<unknown>][] = [
    ['read', 'find', async () => payload.find({ ...(await options()), limit: 0 })],
    ['read', 'findByID', async () => payload.findByID({ ...(await options()), id })],
    ['update', 'update', async () => payload.update({ ...(await options()), data, id })],
    ['update', 'update all', async () => payload.update({ ...(await options()), data, where })],
    ['create', 'create', async () => payload.create({ ...(await options()), data })],
    ['create', 'duplicate', async () => payload.duplicate({ ...(await options()), id })],
    ['delete', 'delete', async () => payload.delete({ ...(await options()), id })],
    ['delete', 'delete all', async () => payload.delete({ ...(await options()), where })],
  ]
  return attempts
    .filter(([, name]) => name !== 'duplicate' || !configOf(slug).disableDuplicate)
    .map(([operation, name, attempt]) => [operation, name, () => local(attempt)])
}

const configOf = (slug: string) => payload.collections[slug as 'products'].config

function restAttempts(slug: string, id: string, token?: string): Attempt[] {
  const call = async (method: string, path: string) => {
    const body = method === 'GET' ? undefined : { email: people.customer.email, value: 'x' }
    const answer = await rest(method, `/${slug}${path}`, { body, token })
    if ([401, 403, 404, 501].includes(answer.status)) return 'refused'
    if (answer.status >= 400) return `error ${answer.status}`
    // The preferences of nobody: there are none.
    if (method === 'GET' && answer.body.value === null) return 'refused'
    const { docs, id: found } = answer.body as { docs?: { id: string }[]; id?: string }
    return (docs?.map((doc) => doc.id) ?? [found ?? 'done']).sort().join(' ')
  }
  const attempts: [Operation, string, string][] = [
    ['read', 'GET', '?limit=0'],
    ['read', 'GET', `/${id}`],
    ['update', 'PATCH', `/${id}`],
    ['update', 'PATCH', '?where[id][exists]=true'],
    ['create', 'POST', ''],
    ['create', 'POST', `/${id}`],
    ['create', 'POST', `/${id}/duplicate`],
    ['delete', 'DELETE', `/${id}`],
    ['delete', 'DELETE', '?where[id][exists]=true'],
  ]
  // Nobody reads these but administrators.
  if (configOf(slug).versions) attempts.push(['delete', 'GET', '/versions'])
  if (configOf(slug).auth) attempts.push(['delete', 'POST', '/unlock'])
  if (configOf(slug).upload) attempts.push(['delete', 'GET', '/file/file.png'])
  return attempts.map(([operation, method, path]) => [
    operation,
    `${method} ${path}`,
    () => call(method, path),
  ])
}

describe.each(outsiders)('%s', (actor) => {
  it.each(slugs)('%s: reaches no more than the table gives', async (slug) => {
    const { mine = '', theirs } = rows[slug] ?? {}
    const own = actor === 'other' ? theirs : mine
    const req = () => requestOf(payload, people, actor)
    for (const id of theirs ? [mine, theirs] : [mine]) {
      for (const [operation, name, attempt] of [
        ...localAttempts(slug, id, req),
        ...restAttempts(slug, id, tokens[actor]),
      ]) {
        const given = allowance(collections[slug]?.[operation] ?? 'nobody', actor)
        const isList = name === 'find' || name === 'GET ?limit=0'
        const expected = given === 'own' && (isList || id === own) ? own : 'refused'
        expect(`${name}: ${await attempt()}`).toBe(`${name}: ${expected}`)
      }
    }
  })

  it('has changed nothing', async () => {
    expect(await snapshot(payload)).toEqual(before)
  })
})

describe('an administrator', () => {
  it.each(slugs)('%s: gets what the table gives', async (slug) => {
    const id = rows[slug]?.mine ?? ''
    const req = () => requestOf(payload, people, 'admin')
    for (const [operation, name, attempt] of localAttempts(slug, id, req)) {
      // Deleting goes on to other tests' documents; the access functions tell enough of it.
      if (operation === 'delete' || name === 'duplicate') continue
      const given = allowance(collections[slug]?.[operation] ?? 'nobody', 'admin')
      const result = await attempt()
      if (given === 'no') expect(`${name}: ${result}`).toBe(`${name}: refused`)
      else expect(`${name}: ${result}`).not.toContain('refused')
      if (given === 'yes' && operation === 'read') expect(result).toContain(id)
    }
  })

  it('keeps preferences of their own', async () => {
    const token = tokens.admin
    const stored = await rest('POST', '/payload-preferences/nav', { body: { value: 1 }, token })
    expect(stored.status).toBe(200)
    expect((await rest('GET', '/payload-preferences/nav', { token })).body.value).toBe(1)
    // The login page asks for some before anybody is logged in.
    const anonymous = await rest('GET', '/payload-preferences/nav')
    expect([anonymous.status, anonymous.body.value]).toEqual([200, null])
    const others: [string, string | undefined][] = [
      ['GET', tokens.customer],
      ['POST', tokens.customer],
      ['POST', undefined],
      ['DELETE', undefined],
    ]
    for (const [method, other] of others) {
      const body = method === 'POST' ? { value: 2 } : undefined
      const { status } = await rest(method, '/payload-preferences/nav', { body, token: other })
      expect(`${method} ${status}`).toBe(`${method} 403`)
    }
  })
})
