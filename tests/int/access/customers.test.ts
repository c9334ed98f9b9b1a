import { configToSchema } from '@payloadcms/graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { createCustomer, createPeople, type People } from './people'

/** A customer who reads, or writes, what is another's. */
let people: People
let rest: Rest
let test: TestPayload
let token: string

beforeAll(async () => {
  test = await createTestPayload()
  people = await createPeople(test.payload)
  rest = restOf(test)
  const { customer, password } = people
  token = await tokenOf(test.payload, 'customers', { email: customer.email, password })
})
afterAll(() => test.close())

async function idsOf(path: string, as = token): Promise<string[]> {
  const { body } = await rest('GET', path, { token: as })
  return (body.docs as { id: string }[]).map(({ id }) => id)
}

describe('reading', () => {
  it('gives a customer their own licences, activations and account, and nothing else', async () => {
    const { customer, mine } = people
    expect(await idsOf('/licenses')).toEqual([mine.license.id])
    expect(await idsOf('/activations')).toEqual([mine.activation.id])
    expect(await idsOf('/customers')).toEqual([customer.id])
  })

  it("does not find another's by id", async () => {
    const { other, theirs } = people
    for (const path of [
      `/licenses/${theirs.license.id}`,
      `/activations/${theirs.activation.id}`,
      `/customers/${other.id}`,
    ]) {
      expect((await rest('GET', path, { token })).status).toBe(404)
    }
  })

  it("cannot be widened by a query, and tells nothing of others' rows by what it counts", async () => {
    const everything =
      'where[or][0][id][exists]=true&where[or][1][customerId][exists]=true&limit=0&depth=10'
    expect(await idsOf(`/licenses?${everything}`)).toEqual([people.mine.license.id])
    const { body } = await rest('GET', '/licenses/count?where[customerId][equals]=THEIRS', {
      token,
    })
    expect(body.totalDocs).toBe(0)
  })

  it('hides comments, and refuses to filter or sort by hidden fields', async () => {
    const { body } = await rest('GET', `/licenses/${people.mine.license.id}`, { token })
    expect(body).not.toHaveProperty('comments')
    expect(body).not.toHaveProperty('codeKey')
    const hidden = {
      '/activations': ['license.comments'],
      '/customers': ['hash', 'salt', 'resetPasswordToken', 'loginAttempts', 'sessions.id'],
      '/licenses': ['comments', 'codeKey', 'product.name'],
    }
    for (const [path, fields] of Object.entries(hidden)) {
      for (const query of fields.flatMap((field) => [
        `where[${field}][like]=a`,
        `where[or][0][${field}][exists]=true`,
        `sort=${field}`,
        `sort=-${field}`,
      ])) {
        const { status } = await rest('GET', `${path}?${query}`, { token })
        expect(`${path} ${query} ${status}`).toBe(`${path} ${query} 400`)
      }
    }
  })

  it('has hidden fields that administrators cannot search by either', async () => {
    const { admin, password } = people
    const asAdmin = await tokenOf(test.payload, 'users', { email: admin.email, password })
    for (const [path, field] of [
      ['/api-keys', 'keyHash'],
      ['/users', 'hash'],
      ['/users', 'resetPasswordToken'],
      ['/customers', 'salt'],
    ]) {
      for (const query of [`where[${field}][like]=a`, `sort=${field}`]) {
        const { status } = await rest('GET', `${path}?${query}`, { token: asAdmin })
        expect(`${path} ${query} ${status}`).toBe(`${path} ${query} 400`)
      }
    }
  })

  it('matches by e-mail only where a licence has no Client ID and the address is confirmed', async () => {
    const { payload } = test
    const stranger = await createCustomer(payload, 'stranger')
    const asStranger = await tokenOf(payload, 'customers', {
      email: stranger.email,
      password: people.password,
    })
    const license = await payload.create({
      collection: 'licenses',
      data: { email: ' Stranger@Example.com ', product: people.product.id, type: 'perpetual' },
    })
    expect(await idsOf('/licenses', asStranger)).toEqual([license.id])
    await payload.update({ collection: 'customers', data: { confirmedAt: null }, id: stranger.id })
    expect(await idsOf('/licenses', asStranger)).toEqual([])
    await payload.update({
      collection: 'customers',
      data: { confirmedAt: new Date().toISOString() },
      id: stranger.id,
    })
    await payload.update({ collection: 'licenses', data: { customerId: 'MINE' }, id: license.id })
    expect(await idsOf('/licenses', asStranger)).toEqual([])
    await payload.delete({ collection: 'licenses', id: license.id })
  })

  it('ends where the settings switch a page off, from the next request on', async () => {
    const { payload } = test
    await payload.updateGlobal({ data: { enableLicensesPage: false }, slug: 'settings' })
    expect((await rest('GET', '/licenses', { token })).status).toBe(403)
    expect(await idsOf('/activations')).toHaveLength(1)
    await payload.updateGlobal({
      data: { enableActivationsPage: false, enableLicensesPage: true },
      slug: 'settings',
    })
    expect((await rest('GET', '/activations', { token })).status).toBe(403)
    await payload.updateGlobal({ data: { enableActivationsPage: true }, slug: 'settings' })
    expect(await idsOf('/licenses')).toHaveLength(1)
  })
})

describe('writing', () => {
  it('changes no field of anything, whichever is sent', async () => {
    const { customer, mine } = people
    const before = await snapshot()
    const everything = {
      ...customer,
      clientId: 'THEIRS',
      confirmedAt: new Date(0).toISOString(),
      email: 'other@example.com',
      isActive: false,
      isValid: true,
      lastLogin: new Date(0).toISOString(),
      name: 'Changed',
      parallelUses: 1000,
      password: 'another long password',
    }
    for (const path of [
      `/customers/${customer.id}`,
      `/licenses/${mine.license.id}`,
      `/activations/${mine.activation.id}`,
    ]) {
      expect((await rest('PATCH', path, { body: everything, token })).status).toBe(403)
      expect((await rest('DELETE', path, { token })).status).toBe(403)
      expect(
        (await rest('POST', path.replace(/\/[^/]+$/, ''), { body: everything, token })).status,
      ).toBe(403)
    }
    expect(await snapshot()).toEqual(before)
  })

  async function snapshot() {
    const { customer, mine } = people
    const find = (collection: 'activations' | 'customers' | 'licenses', id: string) =>
      test.payload.findByID({ collection, depth: 0, id, showHiddenFields: true })
    return [
      await find('customers', customer.id),
      await find('licenses', mine.license.id),
      await find('activations', mine.activation.id),
    ]
  }
})

describe('GraphQL', () => {
  it('has no mutation that logs in or out or sets a password', () => {
    const { schema } = configToSchema(test.payload.config)
    const names = Object.keys(schema.getMutationType()?.getFields() ?? {})
    expect(names).toContain('createLicense')
    // Rows about logins, which nobody writes or administrators delete. Whatever else names a login is one.
    const rows = /^(?:create|delete|duplicate|update)Login(?:Event|Lockout)$/
    expect(
      names.filter(
        (name) => /login|logout|password|verify|unlock|refresh/i.test(name) && !rows.test(name),
      ),
    ).toEqual([])
  })
})
