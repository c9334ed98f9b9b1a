import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import type { Owner } from '../../../src/licensing/ownership'
import { renameForCustomer } from '../../../src/licensing/renameForCustomer'
import { openLicensing, type TestLicensing } from './support/licensing'
import { raceBehindLock } from './support/lock'

const ada: Owner = {
  clientId: 'ADA',
  confirmedAt: '2027-01-01T00:00:00.000Z',
  email: 'ada@example.com',
}
let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

async function activationOf(data: Partial<License>) {
  const license = await test.createLicense(data)
  return { activation: await test.activated(license, 'example.com'), license }
}

const rename = (activationId: string, name: null | string = 'Mine', allowed = () => true) =>
  renameForCustomer({ activationId, allowed, db: test.db, name, owner: () => ada })

const rowOf = async (id: string) =>
  (await test.query('select * from activations where id = $1', [id]))[0]

describe('an owner', () => {
  it('names an activation and takes the name away again', async () => {
    const { activation } = await activationOf({ customerId: 'ADA' })
    expect(await rename(activation.id, 'Laptop')).toBe('renamed')
    expect(await rowOf(activation.id)).toMatchObject({ is_active: true, name: 'Laptop' })
    expect(await rename(activation.id, null)).toBe('renamed')
    expect(await rowOf(activation.id)).toMatchObject({ name: null })
  })

  it('names no other one of the licence with it', async () => {
    const { activation, license } = await activationOf({ email: ada.email })
    const other = await test.activated(license, 'other.example')
    await rename(activation.id)
    expect(await rowOf(other.id)).toMatchObject({ name: null })
  })

  it('keeps the name through activations of the same installation', async () => {
    const { activation, license } = await activationOf({ customerId: 'ADA' })
    await rename(activation.id, 'Laptop')
    expect(await test.activated(license, 'example.com')).toMatchObject({
      id: activation.id,
      name: 'Laptop',
    })
  })
})

describe('nothing is found, and nothing written', () => {
  it.each<[string, Partial<License>]>([
    ["for another customer's licence", { customerId: 'BOB' }],
    ["where the e-mail fits but the Client ID is another's", { customerId: 'B', email: ada.email }],
    ['for a licence of nobody', {}],
  ])('%s', async (_, data) => {
    const { activation } = await activationOf(data)
    const before = await rowOf(activation.id)
    expect(await rename(activation.id)).toBe('not_found')
    expect(await rowOf(activation.id)).toEqual(before)
  })

  it('for an id that names nothing', async () => {
    for (const id of [randomUUID(), '', 'x', '\0', "' or true --"]) {
      expect(await rename(id)).toBe('not_found')
    }
  })

  it('where customers do not see their activations', async () => {
    const { activation } = await activationOf({ customerId: 'ADA' })
    expect(await rename(activation.id, 'Mine', () => false)).toBe('not_allowed')
    expect(await rowOf(activation.id)).toMatchObject({ name: null })
  })

  it('where the licence goes to somebody else while the write waits for it', async () => {
    const { activation, license } = await activationOf({ customerId: 'ADA' })
    const [outcome] = await raceBehindLock({
      calls: [() => rename(activation.id)],
      licenseId: license.id,
      meanwhile: (client) =>
        client.query("update licenses set customer_id = 'BOB' where id = $1", [license.id]),
      pool: test.pool,
    })
    expect(outcome).toMatchObject({ value: 'not_found' })
    expect(await rowOf(activation.id)).toMatchObject({ name: null })
  })
})

it("an administrator's edit does not undo a name given meanwhile", async () => {
  const { activation } = await activationOf({ customerId: 'ADA' })
  const edit = test.payload.update({
    collection: 'activations',
    data: { isValid: false },
    id: activation.id,
  })
  await rename(activation.id, 'Laptop')
  await edit
  expect(await rowOf(activation.id)).toMatchObject({ is_valid: false, name: 'Laptop' })
})
