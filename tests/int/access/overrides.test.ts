import { type Access, createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { mayShow } from '../../../src/admin/dashboard/mayShow'
import { slugOf } from '../../../src/slugs/slugOf'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { createPeople, type People } from './people'

/** A host's own access holds for what the plugin's endpoints and widgets do for administrators. */
let test: TestPayload
let people: People
let rest: Rest
let token: string
const undo: (() => void)[] = []

beforeAll(async () => {
  test = await createTestPayload()
  people = await createPeople(test.payload)
  rest = restOf(test)
  token = await tokenOf(test.payload, 'users', {
    email: people.admin.email,
    password: people.password,
  })
})
afterAll(() => test.close())
afterEach(() => {
  for (const each of undo.splice(0)) each()
})

type Operation = 'create' | 'delete' | 'read' | 'update'
type Slug =
  'activity-log' | 'customers' | 'failed-attempts' | 'imports' | 'licenses' | 'signing-keys'

/** As a host's option `access` would have it. */
function override(slug: Slug, operation: Operation, access: Access): void {
  const { config } = test.payload.collections[slugOf(slug)]
  const usual = config.access[operation]
  config.access[operation] = access
  undo.push(() => {
    config.access[operation] = usual
  })
}

const post = async (path: string, body: unknown = {}) =>
  (await rest('POST', path, { body, token })).status

describe('nothing is done that the host’s access forbids', () => {
  it('to a customer', async () => {
    const { id } = people.customer
    expect(await post(`/customers/${id}/actions/end-sessions`)).toBe(200)
    override('customers', 'update', () => false)
    for (const action of ['confirm-email', 'disable', 'enable', 'end-sessions', 'send-reset']) {
      expect(await post(`/customers/${id}/actions/${action}`)).toBe(403)
    }
    const bulk = await rest('POST', '/customers/bulk/disable', { body: { ids: [id] }, token })
    expect(bulk.body).toEqual({ done: 0, failed: 1, skipped: 0 })
  })

  it('to a customer who is not among those that it allows', async () => {
    const { customer, other } = people
    override('customers', 'update', () => ({ id: { equals: customer.id } }))
    expect(await post(`/customers/${customer.id}/actions/end-sessions`)).toBe(200)
    expect(await post(`/customers/${other.id}/actions/end-sessions`)).toBe(403)
    expect(await post('/customers/no-uuid/actions/end-sessions')).toBe(403)
  })

  it('with a licence, its mail included', async () => {
    const preview = `/licenses/${people.mine.license.id}/delivery/preview`
    expect(await post(preview)).toBe(200)
    override('licenses', 'read', () => false)
    expect(await post(preview)).toBe(403)
  })

  it('by an import', async () => {
    const upload = '/imports/upload?kind=licenses&filename=x.csv'
    override('licenses', 'create', () => false)
    expect(await post(upload, 'code')).toBe(403)
    expect(await post('/imports/upload?kind=customers&filename=x.csv', 'email')).toBe(201)
  })

  it('with the key of certificates', async () => {
    override('signing-keys', 'delete', () => false)
    expect(await post('/signing-keys/rotate')).toBe(403)
  })

  it('with customers who have been away for long', async () => {
    const body = { since: '2020-01-01' }
    expect(await post('/customers/bulk/inactive', body)).toBe(200)
    override('customers', 'read', () => ({ name: { equals: 'Ada' } }))
    expect(await post('/customers/bulk/inactive', body)).toBe(403)
  })
})

it('a widget is shown to whoever may read all of what it counts, and to nobody else', async () => {
  const { payload } = test
  const req = await createLocalReq({ user: { ...people.admin, collection: 'users' } }, payload)
  const shown = () =>
    Promise.all((['customers-total', 'failed-attempts'] as const).map((name) => mayShow(req, name)))
  expect(await shown()).toEqual([true, true])
  override('customers', 'read', () => false)
  expect(await shown()).toEqual([false, true])
  override('failed-attempts', 'read', () => ({ reason: { equals: 'blocked' } }))
  expect(await shown()).toEqual([false, false])
})
