import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { findIdentitiesOf, linkIdentity } from '../../../plugins/social-login'
import { graphQLOf } from '../../support/graphQL'
import { type Doc, type NumbersShop, openNumbersShop, password } from './support/numbersShop'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

let app: NumbersShop

beforeAll(async () => {
  app = await openNumbersShop()
}, 240_000)
afterAll(() => app.close())

const idsOf = async (path: string) => (await app.find(path)).map(({ id }) => id)

describe('in a database whose ids are numbers', () => {
  it('the host’s documents lead to the plugin’s, and are found by them', async () => {
    const first = await app.docOf('POST', '/orders', {
      about: { relationTo: 'products', value: app.product.id },
      buyer: app.customer.id,
      licenses: [app.license.id],
    })
    expect(first).toMatchObject({ buyer: { id: app.customer.id }, id: 1 })
    const second = await app.docOf('POST', '/orders', { about: { relationTo: 'orders', value: 1 } })
    for (const where of [
      `[buyer][equals]=${app.customer.id}`,
      `[buyer][in]=${app.customer.id},7`,
      `[licenses][in]=${app.license.id}`,
      `[buyer.email][equals]=ada@example.com`,
      `[about.value][equals]=${app.product.id}`,
    ]) {
      expect([where, await idsOf(`/orders?where${where}`)]).toEqual([where, [first.id]])
    }
    const about = await app.payload.find({
      collection: 'orders' as 'licenses',
      where: { 'about.value': { equals: first.id } },
    })
    expect(about.docs.map(({ id }) => id)).toEqual([second.id])
    const wrong = await app.rest('POST', '/orders', { body: { buyer: 'nobody' }, token: app.staff })
    expect(wrong.status).toBeGreaterThanOrEqual(400)
    expect(wrong.status).toBeLessThan(500)
  })

  it('the host’s documents are locked, changed and deleted, whatever their ids are', async () => {
    const order = await app.docOf('POST', '/orders', {})
    const page = await app.docOf('POST', '/pages', { id: 'about-us', title: 'About us' })
    for (const [relationTo, value] of [
      ['orders', order.id],
      ['pages', page.id],
      ['products', app.product.id],
    ] as const) {
      const body = { document: { relationTo, value }, user: { relationTo: 'staff', value: 1 } }
      await app.docOf('POST', '/payload-locked-documents', body)
      const where = `where[document.relationTo][equals]=${relationTo}&where[document.value]`
      const locks = `/payload-locked-documents?${where}`
      expect([value, (await app.find(`${locks}[equals]=${value}`)).length]).toEqual([value, 1])
      expect(
        (await app.find(`${locks}[in][0]=${value}&where[document.value][in][1]=nothing`)).length,
      ).toBe(1)
      const title = { ...(relationTo === 'products' ? { name: 'Tidemark' } : { title: 'New' }) }
      expect((await app.docOf('PATCH', `/${relationTo}/${value}`, title)).id).toBe(value)
    }
    await app.payload.delete({ collection: 'orders' as 'licenses', id: String(order.id) })
    const gone = await app.rest('DELETE', `/pages/${page.id}`, { token: app.staff })
    expect(gone.status).toBe(200)
  })

  it('the plugin’s documents lead to the host’s', async () => {
    const order = await app.docOf('POST', '/orders', {})
    await app.docOf('POST', '/pages', { id: 'tidemark' })
    const leading = { firstOrder: order.id, page: 'tidemark' }
    const path = `/products/${app.product.id}`
    expect(await app.docOf('PATCH', path, leading)).toMatchObject({
      firstOrder: { id: order.id },
      page: { id: 'tidemark' },
    })
    await app.docOf('PATCH', path, { name: 'Tidemark' })
    for (const wrong of [{ firstOrder: 4711 }, { page: 'none-such' }, { firstOrder: 'x' }]) {
      const { status } = await app.rest('PATCH', path, { body: wrong, token: app.staff })
      expect([wrong, status]).toEqual([wrong, 400])
    }
  })

  it('the ids of a join are refused, which Payload would take for numbers', async () => {
    for (const where of [
      '[identities][equals]',
      '[identities.id][in]',
      '[or][0][identities][equals]',
    ]) {
      const address = `/customers?where${where}=${app.product.id}`
      expect([where, (await app.rest('GET', address, { token: app.staff })).status]).toEqual([
        where,
        400,
      ])
    }
    expect(await app.find('/customers?where[identities.provider][equals]=none')).toEqual([])
  })

  it('customers see what is theirs, and no more where the host’s numbers are asked for', async () => {
    const { headers, status } = await app.rest('POST', '/customers/login', {
      body: { email: 'ada@example.com', password },
    })
    expect(status).toBe(200)
    const token = /lm-portal=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1]
    const { body } = await app.rest('GET', '/licenses', { token })
    const owners = (body.docs as Doc[]).map(({ customerId }) => customerId)
    expect([owners.length > 0, [...new Set(owners)]]).toEqual([true, [app.customer.clientId]])
    for (const path of ['/orders', '/orders/1', '/staff/1']) {
      expect([path, (await app.rest('GET', path, { token })).status]).toEqual([path, 403])
    }
  })

  it('GraphQL has the plugin’s ids as text and the host’s as numbers', async () => {
    const { ask } = graphQLOf({ ...app, databaseUrl: '' })
    const user = { ...(await app.find('/staff'))[0], collection: 'staff' } as never
    const req = await createLocalReq({ user }, app.payload)
    const { data, errors } = await ask(
      `query ($id: String!) { License(id: $id) { code product { id } } Order(id: 1) { id } }`,
      { req, variables: { id: app.license.id } },
    )
    expect(errors).toEqual([])
    expect(data).toEqual({
      License: { code: app.license.code, product: { id: app.product.id } },
      Order: { id: 1 },
    })
  })

  it('accounts at providers are kept', async () => {
    const req = await createLocalReq({}, app.payload)
    const profile = { email: null, isEmailVerified: false, name: 'Ada', provider: 'github' }
    await linkIdentity(req, app.customer.id, { ...profile, subject: '7' })
    expect(await findIdentitiesOf(req, app.customer.id)).toMatchObject([
      { account: app.customer.id, id: expect.stringMatching(uuid) as string, subject: '7' },
    ])
  })
})
