import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { linkIdentity } from '../../../plugins/social-login'
import type { Customer } from '../../../payload-types'
import { proveIdentity } from '../../../src/accounts/account/proveIdentity'
import { confirmEmailChange } from '../../../src/accounts/emailChange/confirmEmailChange'
import { requestEmailChange } from '../../../src/accounts/emailChange/requestEmailChange'
import { insertPasskey } from '../../../src/accounts/passkeys/repository'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import type { Person } from '../../support/providers/people'
import { newVictim, ownerIn, prepareAccount } from './support/prehijacking'
import { type Social, startSocial } from './support/social'

/**
 * The pre-hijacking attacks (Sudhodanan and Paverd 2022, arXiv 2205.10174) but the one that needs a non-verifying provider: an
 * attacker prepares an account for the victim's address before the victim comes, and waits.
 */
let attacker: Person
let prepared: Customer
let social: Social
let victim: Person

beforeAll(async () => {
  social = await startSocial()
})
afterAll(() => social.close())
beforeEach(async () => {
  ;({ attacker, victim } = newVictim())
  prepared = await prepareAccount(social, victim)
})

async function victimSignsIn(): Promise<void> {
  const browser = social.browser(victim)
  expect(await browser.signIn('google')).toBe('/customer/dashboard')
  expect(await ownerIn(social, browser)).toBe(prepared.id)
  const row = await social.payload.findByID({ collection: 'customers', id: prepared.id })
  expect(row.confirmedAt).toBeTruthy()
}

it('classic-federated merge: the password that the attacker set opens nothing any more', async () => {
  const before = await social.accounts.logIn({ email: victim.email })
  expect(before.outcome).toBe('signedIn')
  await victimSignsIn()
  expect((await social.accounts.logIn({ email: victim.email })).outcome).toBe('refused')
})

it('unexpired session: the session that the attacker kept is over', async () => {
  const kept = await social.accounts.signIn(victim.email ?? '')
  await victimSignsIn()
  expect(await social.accounts.whoIs(kept.token)).toBeNull()
})

it("trojan identifier: the attacker's passkey and connected account open nothing any more", async () => {
  const kept = await social.accounts.signIn(victim.email ?? '')
  const trojan = { ...attacker, email: attacker.email, provider: 'google' }
  const profile = { ...trojan, isEmailVerified: true }
  expect(await linkIdentity(await social.accounts.request(), kept.id, profile)).toBe('linked')
  const passkey = {
    counter: 0,
    credentialId: `trojan-${prepared.id}`,
    isBackedUp: false,
    name: 'Trojan',
  }
  await insertPasskey(await social.accounts.db(), {
    ...passkey,
    customer: kept.id,
    publicKey: 'key',
    transports: [],
  })
  const trojanBrowser = social.browser(attacker)
  await trojanBrowser.signIn('google')
  expect(await ownerIn(social, trojanBrowser)).toBe(prepared.id)

  await victimSignsIn()
  expect((await social.identitiesOf(prepared.id)).map(({ subject }) => subject)).toEqual([
    victim.subject,
  ])
  const { totalDocs } = await social.payload.count({
    collection: 'passkeys',
    where: { customer: { equals: prepared.id } },
  })
  expect(totalDocs).toBe(0)
  const again = social.browser(attacker)
  await again.signIn('google')
  expect(await ownerIn(social, again)).not.toBe(prepared.id)
  expect(await ownerIn(social, trojanBrowser)).toBeNull()
})

it("trojan identifier: a reset by the victim removes the attacker's connected account as well", async () => {
  const profile = { ...attacker, isEmailVerified: true, provider: 'google' }
  await linkIdentity(await social.accounts.request(), prepared.id, profile)
  const token = await issueToken(social.payload, {
    customer: prepared.id,
    email: victim.email,
    purpose: 'resetPassword',
  })
  const request = { password: 'another turnip cathedral 42', token }
  expect(await resetPassword(await social.accounts.request(), request)).toMatchObject({
    outcome: 'reset',
  })
  expect(await social.identitiesOf(prepared.id)).toEqual([])
})

it('unexpired email change: the link that the attacker kept changes nothing any more', async () => {
  const kept = await social.accounts.signIn(victim.email ?? '')
  const change = { email: attacker.email, password: 'umbrella turnip cathedral 42' }
  const req = await social.accounts.request()
  expect(await requestEmailChange(req, kept, change)).toEqual({ email: attacker.email })
  const token = await issueToken(social.payload, {
    customer: prepared.id,
    email: attacker.email,
    purpose: 'changeEmail',
  })
  await victimSignsIn()
  expect(await confirmEmailChange(await social.accounts.request(), token)).toBe('gone')
  const row = await social.payload.findByID({ collection: 'customers', id: prepared.id })
  expect(row).toMatchObject({ email: victim.email, pendingEmail: null })
})

it('an account without a password proves itself by a fresh login only', async () => {
  const browser = social.browser({
    ...victim,
    email: `own-${victim.email}`,
    subject: `7${victim.subject}`,
  })
  await browser.signIn('google')
  const customer = await social.accounts.whoIs(browser.cookies.get('lm-portal') ?? '')
  if (!customer) throw new Error('Nobody is signed in.')
  const req = await social.accounts.request()
  expect(await proveIdentity(req, customer, '')).toHaveProperty('account')
  const stale = { ...customer, authenticatedAt: new Date(Date.now() - 16 * 60_000).toISOString() }
  expect(await proveIdentity(req, stale, '')).toEqual({ error: 'signInAgain' })
})
