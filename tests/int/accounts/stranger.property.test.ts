import { Readable } from 'node:stream'

import fc from 'fast-check'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { licensesOf } from '../../../access/ownLicenses'
import {
  acceptProfile,
  findIdentitiesOf,
  linkIdentity,
  type Profile,
} from '../../../plugins/social-login'
import { cancelEmailChange } from '../../../src/accounts/emailChange/cancelEmailChange'
import { confirmEmailChange } from '../../../src/accounts/emailChange/confirmEmailChange'
import { requestEmailChange } from '../../../src/accounts/emailChange/requestEmailChange'
import { hashPassword } from '../../../src/accounts/passwords/hash'
import { confirmEmail } from '../../../src/accounts/registration/confirmEmail'
import { startCheck, startRun } from '../../../src/imports/planImport'
import { readUpload } from '../../../src/imports/readUpload'
import { runImports } from '../../../src/imports/runImports'
import { createAccount } from '../../../src/accounts/registration/register'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { findAuthById } from '../../../src/accounts/repository/customers'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import type { Product } from '../../../payload-types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Accounts, accountsOf, password } from './support/accounts'

/**
 * One stranger, ten minutes: whatever a stranger registers, changes, has imported or linked, in whatever order and with
 * whatever old mail, no licence becomes theirs by an address whose mailbox they do not hold. An administrator may step in at any time.
 */
type Person = 'stranger' | 'victim'

const mailboxes: Record<string, Person> = {
  'stranger-2@example.com': 'stranger',
  'stranger@example.com': 'stranger',
  'victim@example.com': 'victim',
}
const addresses = Object.keys(mailboxes)

type Action =
  | { account: number; email: string; kind: 'adminMoves' | 'asksForMove' }
  | { account: number; kind: 'asksForReset' | 'givesUpMove' }
  | { by: Person; email: string; kind: 'registers' }
  | { email: string; isTrusted: boolean; kind: 'imports' }
  | { email: string; kind: 'issuesLicense' }
  | { kind: 'opensMail'; mail: number }
  | { account: number; kind: 'linksLicense' }
  | { account: number; kind: 'connects' }
  | { by: Person; email: string; kind: 'signsIn'; vouches: boolean }

type Mail = {
  account: string
  purpose: 'changeEmail' | 'confirmEmail' | 'resetPassword'
  to: string
  token: string
}

/** Who knows the password of which account. An imported one is nobody's until its password is set by mail. */
type World = { accounts: string[]; holders: Map<string, null | Person>; mails: Mail[] }

const email = fc.constantFrom(...addresses)
const account = fc.nat(2)
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    arbitrary: fc.record({
      by: fc.constantFrom<Person>('stranger', 'victim'),
      email,
      kind: fc.constant('registers' as const),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      email,
      isTrusted: fc.boolean(),
      kind: fc.constant('imports' as const),
    }),
    weight: 2,
  },
  { arbitrary: fc.record({ email, kind: fc.constant('issuesLicense' as const) }), weight: 2 },
  { arbitrary: fc.record({ account, kind: fc.constant('linksLicense' as const) }), weight: 1 },
  {
    arbitrary: fc.record({ account, email, kind: fc.constant('asksForMove' as const) }),
    weight: 3,
  },
  { arbitrary: fc.record({ account, email, kind: fc.constant('adminMoves' as const) }), weight: 3 },
  { arbitrary: fc.record({ account, kind: fc.constant('asksForReset' as const) }), weight: 2 },
  { arbitrary: fc.record({ account, kind: fc.constant('givesUpMove' as const) }), weight: 1 },
  {
    arbitrary: fc.record({
      by: fc.constantFrom<Person>('stranger', 'victim'),
      email,
      kind: fc.constant('signsIn' as const),
      vouches: fc.boolean(),
    }),
    weight: 4,
  },
  { arbitrary: fc.record({ account, kind: fc.constant('connects' as const) }), weight: 2 },
  {
    arbitrary: fc.record({ kind: fc.constant('opensMail' as const), mail: fc.nat(3) }),
    weight: 4,
  },
)

let accounts: Accounts
let payload: Payload
let signedIn = 0
let product: Product
let stored: { hash: string; salt: string }
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  accounts = accountsOf(payload)
  product = await payload.create({ collection: 'products', data: { name: 'Product' } })
  stored = await hashPassword(password)
})
afterAll(() => test.close())

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
      await forgetEverything()
      const world: World = { accounts: [], holders: new Map(), mails: [] }
      for (const address of addresses) await issue({ email: address })
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
  expect(signedIn).toBeGreaterThan(50)
})

async function forgetEverything(): Promise<void> {
  for (const collection of ['customers', 'licenses', 'mails'] as const) {
    await payload.delete({ collection, where: { id: { exists: true } } })
  }
}

async function perform(world: World, step: Action): Promise<void> {
  const id =
    'account' in step
      ? world.accounts[step.account % Math.max(1, world.accounts.length)]
      : undefined
  switch (step.kind) {
    case 'registers':
      return registers(world, step.by, step.email)
    case 'imports':
      return imports(world, step)
    case 'issuesLicense':
      await issue({ email: step.email })
      return
    case 'linksLicense':
      if (id)
        await issue({ customerId: (await customerOf(id))?.clientId, email: 'buyer@example.com' })
      return
    case 'asksForMove':
      return id ? asksForMove(world, id, step.email) : undefined
    case 'adminMoves':
      if (id)
        await payload
          .update({ collection: 'customers', data: { email: step.email }, id })
          .catch(() => null)
      return
    case 'asksForReset':
      if (id) await mailTo(world, id, 'resetPassword', (await customerOf(id))?.email ?? '')
      return
    case 'givesUpMove':
      if (id) await cancelEmailChange(await accounts.request(), id)
      return
    case 'signsIn':
      return signsIn(world, step.by, step.email, step.vouches)
    case 'connects':
      return id ? connects(world, id) : undefined
    case 'opensMail':
      return opensMail(world, world.mails.at(-1 - step.mail))
  }
}

async function registers(world: World, by: Person, address: string): Promise<void> {
  const req = await accounts.request()
  const id = await createAccount(req, { email: address, name: by, ...stored })
  if (!id) return
  add(world, id, by)
  await mailTo(world, id, 'confirmEmail', address)
}

/** An account at another provider. The person's part of its id tells later whose it is. */
const profileOf = (by: Person, address: string, isEmailVerified: boolean): Profile => ({
  email: address,
  isEmailVerified,
  name: by,
  provider: 'google',
  subject: `${by} ${address}`,
})

/**
 * Somebody signs in with an account of another provider, which has whatever address they entered there. The provider vouches only for one
 * that is theirs. Where it does not, a link is mailed; it works only in the browser that began, so only where the mailbox is theirs.
 */
async function signsIn(world: World, by: Person, address: string, vouches: boolean): Promise<void> {
  const isTheirs = mailboxes[address] === by
  const enter = async (isVerified: boolean) =>
    acceptProfile(await accounts.request(), profileOf(by, address, isVerified), 'Google')
  const first = await enter(vouches && isTheirs)
  const acceptance = first.outcome === 'proofNeeded' && isTheirs ? await enter(true) : first
  if (acceptance.outcome !== 'accepted') return
  signedIn += 1
  const { account: id } = acceptance
  if (!world.accounts.includes(id)) world.accounts.push(id)
  // Whoever has the mailbox of an account has the account.
  world.holders.set(id, by)
}

async function connects(world: World, id: string): Promise<void> {
  const holder = world.holders.get(id)
  if (!holder || !(await customerOf(id))) return
  await linkIdentity(await accounts.request(), id, profileOf(holder, 'elsewhere', false))
}

const noSignal = new AbortController().signal
const bcryptOfNobody = '$2y$04$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'

/** The administrator brings in a file, which may be about somebody who is there, and may vouch for its addresses and hashes. */
async function imports(
  world: World,
  { email: address, isTrusted }: { email: string; isTrusted: boolean },
): Promise<void> {
  const file = `email,name,password\n${address},Imported,${bcryptOfNobody}\n`
  const id = await readUpload(payload, {
    filename: 'customers.csv',
    kind: 'customers',
    source: Readable.from([Buffer.from(file)]),
    startedBy: null,
  })
  await startCheck(payload, id, {
    mapping: { email: 0, name: 1, passwordHash: 2 },
    mode: 'upsert',
    options: { trustsAddresses: isTrusted, trustsHashes: isTrusted },
  })
  await runImports(payload, noSignal)
  await startRun(payload, id)
  await runImports(payload, noSignal)
  const where = { email: { equals: address } }
  const { docs } = await payload.find({ collection: 'customers', where })
  for (const customer of docs) {
    if (!world.accounts.includes(customer.id)) add(world, customer.id, null)
  }
}

async function asksForMove(world: World, id: string, address: string): Promise<void> {
  const holder = world.holders.get(id)
  const customer = await customerOf(id)
  if (!holder || !customer) return
  const signedIn = {
    ...customer,
    authenticatedAt: new Date().toISOString(),
    collection: 'customers' as const,
    hasPassword: true,
    sessionId: '',
  }
  const request = { email: address, password }
  const result = await requestEmailChange(await accounts.request(), signedIn, request)
  const owner = (
    await payload.find({ collection: 'customers', where: { email: { equals: address } } })
  ).docs[0]
  // As the mail system does: no link goes to an address that has an account.
  if ('email' in result && !owner) await mailTo(world, id, 'changeEmail', address)
}

/** The victim uses links of their own accounts only; the stranger every one that comes to them, however old. */
async function opensMail(world: World, mail: Mail | undefined): Promise<void> {
  if (!mail) return
  const reader = mailboxes[mail.to]
  const isOwn = world.holders.get(mail.account) === reader
  if (mail.purpose === 'resetPassword') {
    const request = { password: `${password} ${reader}`, token: mail.token }
    const { outcome } = await resetPassword(await accounts.request(), request)
    if (outcome !== 'reset') return
    world.holders.set(mail.account, reader ?? null)
    // Everybody keeps one password, so that the next step needs no memory of it.
    await payload.update({ collection: 'customers', data: { password }, id: mail.account })
    return
  }
  if (reader === 'victim' && !isOwn) return
  const confirm = mail.purpose === 'confirmEmail' ? confirmEmail : confirmEmailChange
  await confirm(await accounts.request(), mail.token)
}

async function mailTo(
  world: World,
  id: string,
  purpose: Mail['purpose'],
  to: string,
): Promise<void> {
  if (!to) return
  const token = await issueToken(payload, { customer: id, email: to, purpose })
  world.mails.push({ account: id, purpose, to, token })
}

function add(world: World, id: string, holder: null | Person): void {
  world.accounts.push(id)
  world.holders.set(id, holder)
}

const issue = (data: { customerId?: null | string; email: string }) =>
  payload.create({
    collection: 'licenses',
    data: { ...data, product: product.id, type: 'perpetual' },
  })

const customerOf = (id: string) =>
  payload.findByID({ collection: 'customers', depth: 0, disableErrors: true, id })

/** Fails on a licence that came to somebody by a foreign address; how many came to somebody by their own. */
async function countOwnAndRefuseForeign(world: World): Promise<number> {
  let own = 0
  for (const id of world.accounts) {
    const customer = await customerOf(id)
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
