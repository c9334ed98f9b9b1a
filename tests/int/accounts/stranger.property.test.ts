import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { licensesOf } from '../../../access/ownLicenses'
import { findIdentitiesOf } from '../../../plugins/social-login'
import { findAuthById } from '../../../src/accounts/repository/customers'
import { action, mailboxes } from './support/strangerActions'
import { perform } from './support/strangerSteps'
import { customerOf, newWorld, openSite, type Site, type World } from './support/strangerWorld'

/**
 * One stranger, ten minutes: whatever a stranger registers, changes, has imported or linked, in whatever order and with
 * whatever old mail, no licence becomes theirs by an address whose mailbox they do not hold. An administrator may step in at any time.
 */
let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** `STRANGER_MINUTES=10` lets the stranger try for that long, with other sequences each time. */
const minutes = Number(process.env.STRANGER_MINUTES ?? 0)
const tries = minutes
  ? { interruptAfterTimeLimit: minutes * 60_000, numRuns: 1_000_000 }
  : { numRuns: 75, seed: 20_261_123 }
const timeout = (minutes + 15) * 60_000

it('never sees a licence of a mailbox that is not theirs', { timeout }, async () => {
  let seen = 0
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 16, minLength: 5 }), async (actions) => {
      const world = await newWorld(site)
      for (const step of actions) {
        await perform(world, step)
        if (step.kind === 'opensMail') seen += await countOwnAndRefuseForeign(world)
      }
      seen += await countOwnAndRefuseForeign(world)
    }),
    tries,
  )
  // The sequences do reach what they are about: licences that somebody owns by an address.
  expect(seen).toBeGreaterThan(15)
  expect(site.signedIn).toBeGreaterThan(50)
})

/** Fails on a licence that came to somebody by a foreign address; how many came to somebody by their own. */
async function countOwnAndRefuseForeign(world: World): Promise<number> {
  const { accounts, payload } = world.site
  let own = 0
  for (const id of world.accounts) {
    const customer = await customerOf(world.site, id)
    const where = customer && licensesOf(customer)
    if (!where) continue
    const { docs } = await payload.find({
      collection: 'licenses',
      depth: 0,
      pagination: false,
      where,
    })
    for (const license of docs) {
      if (license.customerId) {
        expect(license.customerId).toBe(customer.clientId)
        continue
      }
      // An imported account that the administrator vouched for is nobody's yet: whoever reads the mailbox gets it.
      if (world.holders.get(id) === null) continue
      // The stranger may give away what is theirs, by confirming an account that somebody else opened for them.
      if (mailboxes[license.email ?? ''] === 'stranger') continue
      expect(`${world.holders.get(id)} reads ${license.email}`).toBe(
        `victim reads ${license.email}`,
      )
      for (const { subject } of await findIdentitiesOf(await accounts.request(), id)) {
        expect(`${subject.split(' ')[0]} signs in and reads ${license.email}`).toBe(
          `victim signs in and reads ${license.email}`,
        )
      }
      own += 1
    }
    // What is checked above hangs on this: a confirmation is of the present address.
    const auth = await findAuthById(await accounts.db(), id)
    expect(auth?.email).toBe(customer.email)
  }
  return own
}
