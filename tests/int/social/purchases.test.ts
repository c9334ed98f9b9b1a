import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { License, Product } from '../../../payload-types'
import { importPurchase } from '../../../src/envato/importPurchase'
import { findOwner } from '../../../src/envato/repository'
import { importAttempts, runImport } from '../../../src/envato/runImport'
import { createLicensingApi } from '../../../src/api/app'
import { sealTokens } from '../../../src/envato/tokens'
import type { SignedInCustomer } from '../../../src/accounts/sessions/findSignedIn'
import type { Person } from '../../support/providers/people'
import { linkTokenOf } from './support/mail'
import { confirmSocialProof } from '../../../src/accounts/social/socialProof'
import { linkIdentity } from '../../../plugins/social-login'
import { type Social, startSocial } from './support/social'

/** Purchases at Envato become licences: once, of their buyer, and not of somebody else. */
let product: Product
let social: Social

beforeAll(async () => {
  social = await startSocial()
  product = await social.payload.create({
    collection: 'products',
    data: { envatoId: '4711', name: 'Theme', referenceId: 'THEME' },
  })
})
afterAll(() => social.close())
afterEach(() => social.local.answers.clear())

let created = 0

const purchase = (code = randomUUID(), item = 4711) => ({
  code,
  item,
  supportedUntil: '2027-05-06T09:21:08+10:00',
})

function newPerson(purchases: Person['purchases'] = []): Person {
  created += 1
  const email = `buyer-${created}-${Date.now()}@example.com`
  return { email, name: 'Bo Buyer', purchases, subject: `buyer${created}` }
}

/** A customer whose account at Envato is connected, and their next sign-in with it. */
async function buyer(
  purchases: Person['purchases'],
): Promise<{ customer: SignedInCustomer; person: Person }> {
  const customer = await social.accounts.signIn((await social.accounts.createCustomer()).email)
  const person = newPerson(purchases)
  const profile = {
    email: person.email,
    isEmailVerified: false,
    name: person.name,
    provider: 'envato',
    subject: person.subject,
  }
  await linkIdentity(await social.accounts.request(), customer.id, profile)
  return { customer, person }
}

const signIn = (person: Person) => social.browser(person).signIn('envato')

/** Runs the jobs that are due, as the worker does. */
const work = () => social.payload.jobs.run({ limit: 50, queue: 'default' })

async function licenseWith(code: string): Promise<License | undefined> {
  const { docs } = await social.payload.find({
    collection: 'licenses',
    depth: 0,
    where: { code: { equals: code } },
  })
  return docs[0]
}

type ImportRow = { attempts: number; error: null | string; status: string; tokens: null | string }

async function importOf(customer: string): Promise<ImportRow | undefined> {
  const db = await social.accounts.db()
  const { rows } = await db.execute(sql`
    select attempts::int, error, licenses::int, purchases::int, status, tokens from envato_imports where customer_id = ${customer}`)
  return rows[0] as ImportRow | undefined
}

describe('after a sign-in with Envato', () => {
  it('every purchase of a product here becomes a licence of the buyer, page by page', async () => {
    const own = Array.from({ length: 7 }, () => purchase())
    const { customer, person } = await buyer([
      ...own.slice(0, 4),
      purchase(undefined, 999),
      ...own.slice(4),
    ])
    expect(await signIn(person)).toBe('/customer/dashboard')
    await work()
    for (const { code } of own) {
      expect(await licenseWith(code)).toMatchObject({
        customerId: customer.clientId,
        isEnvato: true,
        isValid: true,
        product: product.id,
        supportUntil: '2027-05-05T23:21:08.000Z',
      })
    }
    expect(await importOf(customer.id)).toMatchObject({ licenses: 7, purchases: 8, status: 'done' })
  })

  it('again adds nothing, extends support, and shortens none', async () => {
    const bought = purchase()
    const { customer, person } = await buyer([bought])
    await signIn(person)
    await work()
    await signIn({ ...person, purchases: [{ ...bought, supportedUntil: '2028-01-01T00:00:00Z' }] })
    await work()
    expect((await licenseWith(bought.code))?.supportUntil).toBe('2028-01-01T00:00:00.000Z')
    await signIn({ ...person, purchases: [{ ...bought, supportedUntil: null }] })
    await work()
    expect((await licenseWith(bought.code))?.supportUntil).toBe('2028-01-01T00:00:00.000Z')
    expect(await importOf(customer.id)).toMatchObject({ licenses: 0, purchases: 1 })
  })

  it('follows the mailed link where the account was made by it', async () => {
    const bought = purchase()
    const person = newPerson([bought])
    const browser = social.browser(person)
    await browser.signIn('envato')
    const token = await linkTokenOf(social, 'socialProof', person.email ?? '')
    const kept = browser.cookies.get('lm-social-proof') ?? ''
    const request = { browser: kept, deviceToken: null, token }
    expect((await confirmSocialProof(await social.accounts.request(), request)).outcome).toBe(
      'signedIn',
    )
    await work()
    const { docs } = await social.payload.find({
      collection: 'customers',
      where: { email: { equals: person.email ?? '' } },
    })
    expect((await licenseWith(bought.code))?.customerId).toBe(docs[0]?.clientId)
  })

  it('with another provider reads nothing', async () => {
    const person = { ...newPerson(), isVerified: true, subject: '123' }
    await social.browser(person).signIn('github')
    const { docs } = await social.payload.find({
      collection: 'customers',
      where: { email: { equals: person.email ?? '' } },
    })
    expect(await importOf(docs[0]?.id ?? '')).toBeUndefined()
  })
})

describe('the tokens', () => {
  it('are encrypted while they wait, and gone when the reading has ended', async () => {
    const { customer, person } = await buyer([])
    await signIn(person)
    const waiting = await importOf(customer.id)
    expect(waiting?.tokens).toMatch(/^v1\./)
    const { docs } = await social.payload.find({ collection: 'payload-jobs' as 'users', limit: 0 })
    expect(JSON.stringify(docs)).not.toContain('accessToken')
    await work()
    expect(await importOf(customer.id)).toMatchObject({ status: 'done', tokens: null })
  })

  it('are renewed where their hour is over', async () => {
    const bought = purchase()
    const { customer, person } = await buyer([bought])
    await signIn(person)
    const db = await social.accounts.db()
    const run = randomUUID()
    // A token that Envato gave, and whose time is over.
    const browser = social.browser(person)
    const at = await browser.begin('envato')
    const code = (await browser.allow(at)).searchParams.get('code') ?? ''
    const form = new URLSearchParams({
      client_id: 'clientOfTheTest',
      client_secret: 'secretOfTheTest',
      code,
      grant_type: 'authorization_code',
      redirect_uri: at.searchParams.get('redirect_uri') ?? '',
    })
    const answer = await fetch(`${process.env.ENVATO_API_URL}/token`, {
      body: form,
      method: 'POST',
    })
    const { refresh_token: refreshToken } = (await answer.json()) as { refresh_token: string }
    const tokens = { accessToken: 'over', expiresAt: new Date(Date.now() - 1000), refreshToken }
    const sealed = sealTokens(tokens, customer.id, social.payload.secret)
    await db.execute(sql`
      update envato_imports set tokens = ${sealed}, run = ${run}, status = 'waiting' where customer_id = ${customer.id}`)
    await runImport(await social.accounts.request(), { customer: customer.id, run })
    expect(await importOf(customer.id)).toMatchObject({ status: 'done', tokens: null })
    expect((await licenseWith(bought.code))?.customerId).toBe(customer.clientId)
  })
})

describe('a code that is a licence already', () => {
  const issue = (code: string, data: Partial<License>) =>
    social.payload.create({
      collection: 'licenses',
      data: { code, product: product.id, type: 'perpetual', ...data },
    })

  it('of somebody else is not taken, but reported to administrators, once', async () => {
    const bought = purchase()
    const license = await issue(bought.code, { customerId: 'SOMEBODY-ELSE' })
    const { customer, person } = await buyer([bought])
    for (let count = 0; count < 2; count += 1) {
      await signIn(person)
      await work()
    }
    expect((await licenseWith(bought.code))?.customerId).toBe('SOMEBODY-ELSE')
    const { docs } = await social.payload.find({
      collection: 'envato-conflicts',
      depth: 0,
      where: { customer: { equals: customer.id } },
    })
    expect(docs).toMatchObject([
      { license: license.id, purchaseCode: bought.code, reason: 'heldByAnother' },
    ])
  })

  it('of the address of somebody else, or of another product, is not taken either', async () => {
    const other = await social.payload.create({ collection: 'products', data: { name: 'Other' } })
    const [one, two] = [purchase(), purchase()]
    await issue(one.code, { email: 'somebody@example.com' })
    await issue(two.code, { product: other.id })
    const { customer, person } = await buyer([one, two])
    await signIn(person)
    await work()
    expect((await licenseWith(one.code))?.customerId ?? null).toBeNull()
    expect((await licenseWith(two.code))?.customerId ?? null).toBeNull()
    const { docs } = await social.payload.find({
      collection: 'envato-conflicts',
      where: { customer: { equals: customer.id } },
    })
    expect(docs.map(({ reason }) => reason).sort()).toEqual(['heldByAnother', 'otherProduct'])
  })

  it("of nobody, or of the customer's own confirmed address, becomes the customer's", async () => {
    const [one, two] = [purchase(), purchase()]
    const { customer, person } = await buyer([one, { ...two, code: two.code.toUpperCase() }])
    await issue(one.code, {})
    await issue(two.code, { email: customer.email })
    await signIn(person)
    await work()
    expect((await licenseWith(one.code))?.customerId).toBe(customer.clientId)
    expect((await licenseWith(two.code))?.customerId).toBe(customer.clientId)
  })
})

describe('at the same time', () => {
  it('ten readings of one purchase make one licence', async () => {
    const { customer } = await buyer([])
    const code = randomUUID()
    const owner = await findOwner(await social.accounts.db(), customer.id)
    if (!owner) throw new Error('There is no owner.')
    const sale = { buyer: null, code, itemId: '4711', licenseName: null, supportUntil: null }
    const args = { owner, product: product.id, purchase: sale }
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => importPurchase(social.payload, args)),
    )
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'known')).toHaveLength(9)
  })

  it('two customers with one purchase: one has it, the other is reported', async () => {
    const code = randomUUID()
    const sale = { buyer: null, code, itemId: '4711', licenseName: null, supportUntil: null }
    const owners = []
    for (let count = 0; count < 4; count += 1) {
      const { customer } = await buyer([])
      owners.push(await findOwner(await social.accounts.db(), customer.id))
    }
    const outcomes = await Promise.all(
      owners.map((owner) =>
        importPurchase(social.payload, { owner: owner!, product: product.id, purchase: sale }),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(3)
  })

  it('an administrator who makes the licence meanwhile is no failure', async () => {
    const { customer } = await buyer([])
    const owner = await findOwner(await social.accounts.db(), customer.id)
    const codes = Array.from({ length: 8 }, () => randomUUID())
    const results = await Promise.all(
      codes.flatMap((code) => [
        importPurchase(social.payload, {
          owner: owner!,
          product: product.id,
          purchase: { buyer: null, code, itemId: '4711', licenseName: null, supportUntil: null },
        }),
        social.payload
          .create({
            collection: 'licenses',
            data: { code, product: product.id, type: 'perpetual' },
          })
          .then(() => 'made')
          .catch(() => 'there already'),
      ]),
    )
    expect(results.filter((result) => result === 'conflict')).toEqual([])
    for (const code of codes) {
      expect((await licenseWith(code))?.customerId).toBe(customer.clientId)
    }
  })
})

describe('Envato on a bad day', () => {
  it.each(['status', 'html', 'huge', 'garbage', { json: {}, status: 429 }] as const)(
    'answering %j: the sign-in works, and the reading is tried again until it is done',
    async (answer) => {
      const bought = purchase()
      const { customer, person } = await buyer([bought])
      social.local.answers.set('/envato/v3/market/buyer/purchases', answer)
      expect(await signIn(person)).toBe('/customer/dashboard')
      await work()
      const waiting = await importOf(customer.id)
      expect(waiting).toMatchObject({ attempts: 1, status: 'waiting' })
      expect(waiting?.error).toBeTruthy()
      expect(waiting?.tokens).toMatch(/^v1\./)
      expect(await licenseWith(bought.code)).toBeUndefined()
      // Envato is back, and the pause is over.
      social.local.answers.clear()
      const db = await social.accounts.db()
      await db.execute(
        sql`update payload_jobs set wait_until = null where task_slug = 'importPurchases'`,
      )
      await work()
      expect((await licenseWith(bought.code))?.customerId).toBe(customer.clientId)
      expect(await importOf(customer.id)).toMatchObject({
        attempts: 2,
        status: 'done',
        tokens: null,
      })
    },
  )

  it('that breaks off in the middle adds the rest later, and nothing twice', async () => {
    const own = Array.from({ length: 7 }, () => purchase())
    const { customer, person } = await buyer(own)
    const count = async () =>
      (
        await social.payload.count({
          collection: 'licenses',
          where: { customerId: { equals: customer.clientId } },
        })
      ).totalDocs
    social.local.answers.set('/envato/v3/market/buyer/purchases?page=3', 'status')
    await signIn(person)
    await work()
    expect(await count()).toBe(6)
    expect(await importOf(customer.id)).toMatchObject({ status: 'waiting' })
    social.local.answers.clear()
    const db = await social.accounts.db()
    await db.execute(
      sql`update payload_jobs set wait_until = null where task_slug = 'importPurchases'`,
    )
    await work()
    expect(await count()).toBe(7)
    expect(await importOf(customer.id)).toMatchObject({ licenses: 7, status: 'done' })
  })

  it('that refuses the token gives up at once, without the tokens', async () => {
    const { customer, person } = await buyer([purchase()])
    social.local.answers.set('/envato/v3/market/buyer/purchases', { json: {}, status: 403 })
    await signIn(person)
    await work()
    expect(await importOf(customer.id)).toMatchObject({ status: 'failed', tokens: null })
  })

  it('for too long gives up, without the tokens', async () => {
    const { customer, person } = await buyer([purchase()])
    social.local.answers.set('/envato/v3/market/buyer/purchases', 'status')
    await signIn(person)
    const db = await social.accounts.db()
    const { rows } = await db.execute(sql`
      update envato_imports set attempts = ${importAttempts - 1} where customer_id = ${customer.id} returning run`)
    await runImport(await social.accounts.request(), {
      customer: customer.id,
      run: rows[0]?.run as string,
    })
    expect(await importOf(customer.id)).toMatchObject({ status: 'failed', tokens: null })
  })
})

describe('activation with verify_type envato', () => {
  let key: string
  let api: ReturnType<typeof createLicensingApi>

  beforeAll(async () => {
    const apiKey = await social.payload.create({
      collection: 'api-keys',
      context: {},
      data: { kind: 'external', name: 'Key' } as never,
    })
    key = (apiKey as unknown as { key: string }).key
    api = createLicensingApi({ clientIp: () => '192.0.2.7', payload: social.payload })
    await social.payload.updateGlobal({
      data: { envatoPersonalToken: 'personal token' },
      slug: 'settings',
    })
  })

  async function activate(code: string, verifyType: string, productId = 'THEME') {
    const response = await api.fetch(
      new Request('http://localhost:3000/api/external/license/activate', {
        body: JSON.stringify({
          license_code: code,
          product_id: productId,
          verify_type: verifyType,
        }),
        headers: {
          'Content-Type': 'application/json',
          'X-API-KEY': key,
          'X-API-URL': 'https://shop.example.com',
        },
        method: 'POST',
      }),
    )
    return { body: (await response.json()) as Record<string, unknown>, response }
  }

  const sell = (code: string, sale: Record<string, unknown> = {}) =>
    social.local.sales.set(code, {
      amount: '29.00',
      buyer: 'stranger',
      item: { id: 4711, name: 'Theme' },
      license: 'Regular License',
      sold_at: '2026-01-18T09:21:08+11:00',
      supported_until: '2027-05-06T09:21:08+10:00',
      ...sale,
    })

  it('looks a purchase code up that has no licence yet, writes it, and activates', async () => {
    const code = randomUUID()
    sell(code)
    expect((await activate(code, 'non_envato')).body).toMatchObject({ code: 'not_found' })
    expect(await licenseWith(code)).toBeUndefined()
    expect((await activate(code, 'envato')).body).toMatchObject({ is_active: true })
    expect(await licenseWith(code)).toMatchObject({
      comments: 'Envato: Regular License',
      isEnvato: true,
      supportUntil: '2027-05-05T23:21:08.000Z',
    })
    const asked = social.local.asked.length
    expect((await activate(code, 'envato')).body).toMatchObject({ is_active: true })
    expect(social.local.asked).toHaveLength(asked)
  })

  it('makes it the licence of the buyer who is known here', async () => {
    const { customer, person } = await buyer([])
    const code = randomUUID()
    sell(code, { buyer: person.subject })
    await activate(code, 'envato')
    expect((await licenseWith(code))?.customerId).toBe(customer.clientId)
  })

  it('ten times at the same time writes one licence', async () => {
    const code = randomUUID()
    sell(code)
    const answers = await Promise.all(Array.from({ length: 10 }, () => activate(code, 'envato')))
    expect(answers.map(({ body }) => body.is_active)).toEqual(Array<boolean>(10).fill(true))
  })

  it('refuses a code of another item, of another product, of no sale, and what is no purchase code', async () => {
    const [foreign, own] = [randomUUID(), randomUUID()]
    sell(foreign, { item: { id: 999 } })
    sell(own)
    await social.payload.create({
      collection: 'products',
      data: { name: 'Other', referenceId: 'OTHER' },
    })
    const asked = social.local.asked.length
    for (const [code, productId] of [
      [foreign, 'THEME'],
      [own, 'OTHER'],
      [randomUUID(), 'THEME'],
      ['not-a-purchase-code', 'THEME'],
      [`${own}/../`, 'THEME'],
    ] as const) {
      expect((await activate(code, 'envato', productId)).body).toMatchObject({ code: 'not_found' })
    }
    expect(social.local.asked).toHaveLength(asked + 2)
  })

  it('answers 503, no verdict, while Envato cannot be asked', async () => {
    const code = randomUUID()
    sell(code)
    for (const answer of ['status', 'html', { json: {}, status: 429 }] as const) {
      social.local.answers.set('/envato/v3/market/author/sale', answer)
      const { response } = await activate(code, 'envato')
      expect(response.status).toBe(503)
      expect(response.headers.get('retry-after')).toBe('30')
    }
    social.local.answers.clear()
    expect((await activate(code, 'envato')).body).toMatchObject({ is_active: true })
  })
})
