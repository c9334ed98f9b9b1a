import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { deactivateForCustomer } from '../../../src/licensing/deactivateForCustomer'
import type { Owner } from '../../../src/licensing/ownership'
import { openLicensing, type TestLicensing } from './support/licensing'
import { raceBehindLock } from './support/lock'

/**
 * A customer who can end an activation of somebody else shuts down a stranger's site. Ownership and permission must hold in
 * the very transaction that writes.
 */
const confirmedAt = '2027-01-01T00:00:00.000Z'
const ada: Owner = { clientId: 'ADA', confirmedAt, email: 'ada@example.com' }
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

async function activationOf(data: Partial<License>) {
  const license = await test.createLicense(data)
  return { activation: await test.activated(license, 'example.com'), license }
}

const endAs = (customer: Owner, activationId: string, allowed: () => boolean = () => true) =>
  deactivateForCustomer({ activationId, allowed, db: test.db, owner: () => customer })

const rowOf = async (id: string) =>
  (await test.query('select * from activations where id = $1', [id]))[0]

describe('an owner', () => {
  it.each<[string, Partial<License>, Owner]>([
    ['by Client ID', { customerId: 'ADA' }, { ...ada, confirmedAt: null }],
    ['by Client ID, whatever the e-mail', { customerId: 'ADA', email: 'bob@example.com' }, ada],
    ['by confirmed e-mail', { email: 'ada@example.com' }, { ...ada, clientId: null }],
    ['by confirmed e-mail in capitals', { email: 'Ada@Example.com' }, ada],
  ])('%s ends an activation, which then says by whom', async (_name, data, customer) => {
    const { activation } = await activationOf(data)
    expect(await endAs(customer, activation.id)).toBe('deactivated')
    expect(await rowOf(activation.id)).toMatchObject({
      deactivated_at: expect.any(Date) as Date,
      deactivated_by: 'customer',
      is_active: false,
    })
    expect(await endAs(customer, activation.id)).toBe('not_active')
  })
})

describe('nothing is found, and nothing written', () => {
  it.each<[string, Partial<License>, Owner]>([
    ["for another customer's Client ID", { customerId: 'BOB' }, ada],
    [
      "where the e-mail fits but the Client ID is another's",
      { customerId: 'BOB', email: ada.email },
      ada,
    ],
    ['for an e-mail that is not confirmed', { email: ada.email }, { ...ada, confirmedAt: null }],
    ['for another e-mail', { email: 'bob@example.com' }, ada],
    ['for a licence of nobody', {}, ada],
    ['for a licence of nobody and a customer without Client ID', {}, { confirmedAt, email: '' }],
  ])('%s', async (_name, data, customer) => {
    const { activation } = await activationOf(data)
    const before = await rowOf(activation.id)
    expect(await endAs(customer, activation.id)).toBe('not_found')
    expect(await rowOf(activation.id)).toEqual(before)
  })

  it('for an id that names nothing', async () => {
    for (const id of [randomUUID(), '', 'x', '\0', "' or true --"]) {
      expect(await endAs(ada, id)).toBe('not_found')
    }
  })
})

describe('where customers may not deactivate', () => {
  it('the owner is refused, and nothing is written', async () => {
    const { activation } = await activationOf({ customerId: 'ADA' })
    const before = await rowOf(activation.id)
    expect(await endAs(ada, activation.id, () => false)).toBe('not_allowed')
    expect(await rowOf(activation.id)).toEqual(before)
  })

  it('a stranger learns nothing else', async () => {
    const { activation } = await activationOf({ customerId: 'BOB' })
    for (const id of [activation.id, randomUUID()]) {
      expect(await endAs(ada, id, () => false)).toBe('not_allowed')
    }
  })

  it('a permission that cannot be read lets nobody through', async () => {
    const { activation } = await activationOf({ customerId: 'ADA' })
    const fail = () => {
      throw new Error('settings are out of reach')
    }
    await expect(endAs(ada, activation.id, fail)).rejects.toThrow('out of reach')
    expect(await rowOf(activation.id)).toMatchObject({ is_active: true })
  })

  it('the permission is read in the transaction that writes', async () => {
    const { activation } = await activationOf({ customerId: 'ADA' })
    const outcome = await deactivateForCustomer({
      activationId: activation.id,
      allowed: async (transaction) => transaction !== test.db,
      db: test.db,
      owner: () => ada,
    })
    expect(outcome).toBe('deactivated')
  })
})

describe('while the call waits for the licence', () => {
  const raceOf = async (statement: string, calls: number) => {
    const { activation, license } = await activationOf({ customerId: 'ADA' })
    const results = await raceBehindLock({
      calls: Array.from({ length: calls }, () => () => endAs(ada, activation.id)),
      licenseId: license.id,
      meanwhile: (client) => client.query(statement, [license.id]),
      pool: test.pool,
    })
    const outcomes = results.map((result) =>
      result.status === 'fulfilled' ? result.value : String(result.reason),
    )
    return { activation, outcomes }
  }

  it('a licence that passes to another customer is no longer theirs', async () => {
    const { activation, outcomes } = await raceOf(
      `update licenses set customer_id = 'BOB' where id = $1`,
      3,
    )
    expect(outcomes).toEqual(['not_found', 'not_found', 'not_found'])
    expect(await rowOf(activation.id)).toMatchObject({ is_active: true })
  })

  it('one of 20 calls at once ends the activation', async () => {
    const { outcomes } = await raceOf('select 1 from licenses where id = $1', 20)
    expect(outcomes.sort()).toEqual(['deactivated', ...Array<string>(19).fill('not_active')])
  })
})
