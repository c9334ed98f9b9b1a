import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { exportData } from '../../../src/accounts/account/exportData'
import { findSignedIn } from '../../../src/accounts/sessions/findSignedIn'
import { openShop, type Shop } from './support/shop'

/** The download of a member's data has what the host keeps of them, as far as they may see it. */
const email = 'nora@example.com'
let account: () => Promise<Record<string, unknown>>
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
  await shop.register(email)
  await shop.register('other@example.com')
  await shop.database.query(
    `update customers set address_city = email, rating = 'thinks it over' where email like '%@example.com'`,
  )
  const token = await shop.tokenOf(email)
  account = async () => {
    const customer = await findSignedIn(shop.payload, token)
    if (!customer) throw new Error('The session is not known.')
    return (await exportData(await createLocalReq({}, shop.payload), customer)).account
  }
}, 240_000)
afterAll(() => shop.close())

it("has the host's fields beside ours, and none that the host lets only its staff read", async () => {
  const told = await account()
  expect(told).toMatchObject({
    address: { city: email },
    banned: null,
    company: 'NEW HERE',
    email,
    name: 'Nora New',
    points: 10,
  })
  for (const name of ['hash', 'orders', 'rating', 'salt', 'sessions', 'totpSecret']) {
    expect(told).not.toHaveProperty(name)
  }
})

it("has none of the host's fields where members may not read their account", async () => {
  const { access } = shop.payload.collections['members' as 'customers'].config
  const own = access.read
  access.read = () => false
  try {
    const told = await account()
    expect(told).toMatchObject({ email, name: 'Nora New' })
    for (const name of ['address', 'banned', 'company', 'points']) {
      expect(told).not.toHaveProperty(name)
    }
  } finally {
    access.read = own
  }
})
