import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Customer } from '../../../payload-types'
import { proveIdentity } from '../../../src/accounts/account/proveIdentity'
import { confirmEmailChange } from '../../../src/accounts/emailChange/confirmEmailChange'
import { requestEmailChange } from '../../../src/accounts/emailChange/requestEmailChange'
import { insertPasskey } from '../../../src/accounts/passkeys/repository'
import { resetPassword } from '../../../src/accounts/reset/resetPassword'
import { confirmSocialProof } from '../../../src/accounts/social/socialProof'
import { issueToken } from '../../../src/accounts/tokens/issueToken'
import { linkIdentity } from '../../../plugins/social-login'
import type { Person } from '../../support/providers/people'
import { linkTokenOf } from './support/mail'
import { noticeIn, type Social, startSocial } from './support/social'

/**
 * The five pre-hijacking attacks (Sudhodanan and Paverd 2022, arXiv 2205.10174): an attacker prepares an account for the
 * victim's address before the victim comes, and waits.
 */
let social: Social
let victim: Person
let prepared: Customer

beforeAll(async () => {
  social = await startSocial()
})
afterAll(() => social.close())

let created = 0
beforeEach(async () => {
  created += 1
  victim = {
    email: `victim-${created}-${Date.now()}@example.com`,
    isVerified: true,
    name: 'Vic Tim',
    subject: String(9000 + created),
  }
  // The attacker registered with the victim's address and waits; nobody confirmed it.
  await social.payload.updateGlobal({ data: { requireEmailVerification: false }, slug: 'settings' })
  prepared = await social.accounts.createCustomer({ confirmedAt: null, email: victim.email ?? '' })
})

const attacker = (): Person => ({
  email: `attacker-${created}@evil.example`,
  isVerified: true,
  name: 'Mallory',
  subject: String(99_000 + created),
})

const who = async (browser: { cookies: Map<string, string> }) =>
  (await social.accounts.whoIs(browser.cookies.get('lm-portal') ?? ''))?.id ?? null

async function victimSignsIn(): Promise<void> {
  const browser = social.browser(victim)
  expect(await browser.signIn('google')).toBe('/customer/dashboard')
  expect(await who(browser)).toBe(prepared.id)
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
  const trojan = { ...attacker(), email: attacker().email, provider: 'google' }
  const profile = { ...trojan, isEmailVerified: true }
  expect(await linkIdentity(await social.accounts.request(), kept.id, profile)).toBe('linked')
  const passkey = {
    counter: 0,
    credentialId: `trojan-${created}`,
    isBackedUp: false,
    name: 'Trojan',
  }
  await insertPasskey(await social.accounts.db(), {
    ...passkey,
    customer: kept.id,
    publicKey: 'key',
    transports: [],
  })
  const trojanBrowser = social.browser(attacker())
  await trojanBrowser.signIn('google')
  expect(await who(trojanBrowser)).toBe(prepared.id)

  await victimSignsIn()
  expect((await social.identitiesOf(prepared.id)).map(({ subject }) => subject)).toEqual([
    victim.subject,
  ])
  const { totalDocs } = await social.payload.count({
    collection: 'passkeys',
    where: { customer: { equals: prepared.id } },
  })
  expect(totalDocs).toBe(0)
  const again = social.browser(attacker())
  await again.signIn('google')
  expect(await who(again)).not.toBe(prepared.id)
  expect(await who(trojanBrowser)).toBeNull()
})

it("trojan identifier: a reset by the victim removes the attacker's connected account as well", async () => {
  const profile = { ...attacker(), isEmailVerified: true, provider: 'google' }
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
  const change = { email: attacker().email, password: 'umbrella turnip cathedral 42' }
  const req = await social.accounts.request()
  expect(await requestEmailChange(req, kept, change)).toEqual({ email: attacker().email })
  const token = await issueToken(social.payload, {
    customer: prepared.id,
    email: attacker().email,
    purpose: 'changeEmail',
  })
  await victimSignsIn()
  expect(await confirmEmailChange(await social.accounts.request(), token)).toBe('gone')
  const row = await social.payload.findByID({ collection: 'customers', id: prepared.id })
  expect(row).toMatchObject({ email: victim.email, pendingEmail: null })
})

describe('non-verifying provider', () => {
  beforeEach(async () => {
    await social.payload.updateGlobal({
      data: { requireEmailVerification: true },
      slug: 'settings',
    })
    await social.payload.delete({ collection: 'customers', id: prepared.id })
  })

  it.each(['envato', 'facebook'])(
    "%s: an attacker who claims the victim's address there has no account with it here",
    async (provider) => {
      const claimant = { ...attacker(), email: victim.email }
      const browser = social.browser(claimant)
      expect(noticeIn(await browser.signIn(provider))).toBe('checkMail')
      // The victim comes, by another way, and has an account of their own.
      const own = social.browser(victim)
      expect(await own.signIn('google')).toBe('/customer/dashboard')
      expect(noticeIn(await social.browser(claimant).signIn(provider))).toBe('checkMail')
      const { docs } = await social.payload.find({
        collection: 'customers',
        where: { email: { equals: victim.email ?? '' } },
      })
      expect(await social.identitiesOf(docs[0]?.id ?? '')).toHaveLength(1)
      expect(await who(browser)).toBeNull()
    },
  )

  it('the mailed link opens nothing in the browser of the victim, who began nothing', async () => {
    const claimant = social.browser({ ...attacker(), email: victim.email })
    await claimant.signIn('envato')
    const token = await linkTokenOf(social, 'socialProof', victim.email ?? '')
    expect(token).not.toBeNull()
    const use = (browser: null | string) =>
      social.accounts
        .request()
        .then((req) => confirmSocialProof(req, { browser, deviceToken: null, token }))
    expect(await use(null)).toEqual({ outcome: 'otherBrowser' })
    // Nor with what the victim's browser keeps of a sign-in of its own.
    const own = social.browser({ ...victim, isVerified: false })
    await own.signIn('envato')
    const kept = own.cookies.get('lm-social-proof') ?? ''
    expect(await use(kept)).toEqual({ outcome: 'otherBrowser' })
    expect(
      (
        await social.payload.count({
          collection: 'customers',
          where: { email: { equals: victim.email ?? '' } },
        })
      ).totalDocs,
    ).toBe(0)
  })

  it('with the address of a customer whom an account of the victim is: opened in the same browser, it links', async () => {
    const account = await social.accounts.createCustomer({ email: victim.email ?? '' })
    const browser = social.browser(victim)
    await browser.signIn('envato')
    const token = await linkTokenOf(social, 'socialProof', victim.email ?? '')
    const kept = browser.cookies.get('lm-social-proof') ?? ''
    const use = async () =>
      confirmSocialProof(await social.accounts.request(), {
        browser: kept,
        deviceToken: null,
        token,
      })
    const results = await Promise.all(Array.from({ length: 8 }, use))
    expect(results.filter(({ outcome }) => outcome === 'signedIn')).toHaveLength(1)
    expect(results.filter(({ outcome }) => outcome === 'gone')).toHaveLength(7)
    expect(await social.identitiesOf(account.id)).toMatchObject([{ provider: 'envato' }])
    // From now on the identity is known.
    const later = social.browser(victim)
    expect(await later.signIn('envato')).toBe('/customer/dashboard')
    expect(await who(later)).toBe(account.id)
  })

  it('with an address of nobody: opened in the same browser, it makes a confirmed account', async () => {
    const browser = social.browser(victim)
    await browser.signIn('facebook')
    const token = await linkTokenOf(social, 'socialProof', victim.email ?? '')
    const kept = browser.cookies.get('lm-social-proof') ?? ''
    const request = { browser: kept, deviceToken: 'device', token }
    const result = await confirmSocialProof(await social.accounts.request(), request)
    expect(result.outcome).toBe('signedIn')
    const { docs } = await social.payload.find({
      collection: 'customers',
      where: { email: { equals: victim.email ?? '' } },
    })
    expect(docs).toMatchObject([{ name: 'Vic Tim' }])
    expect(docs[0]?.confirmedAt).toBeTruthy()
  })

  it('mails at most five times an hour to an address', async () => {
    const notices = []
    for (let count = 0; count < 7; count += 1) {
      notices.push(noticeIn(await social.browser(victim).signIn('envato')))
    }
    expect(notices).toEqual([...Array<string>(5).fill('checkMail'), 'tooMany', 'tooMany'])
  })
})

it('an account without a password proves itself by a fresh login only', async () => {
  const browser = social.browser({
    ...victim,
    email: `own-${victim.email}`,
    subject: `7${created}`,
  })
  await browser.signIn('google')
  const customer = await social.accounts.whoIs(browser.cookies.get('lm-portal') ?? '')
  if (!customer) throw new Error('Nobody is signed in.')
  const req = await social.accounts.request()
  expect(await proveIdentity(req, customer, '')).toHaveProperty('account')
  const stale = { ...customer, authenticatedAt: new Date(Date.now() - 16 * 60_000).toISOString() }
  expect(await proveIdentity(req, stale, '')).toEqual({ error: 'signInAgain' })
})
