import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { confirmSocialProof } from '../../../src/accounts/social/socialProof'
import type { Person } from '../../support/providers/people'
import { linkTokenOf } from './support/mail'
import { newVictim, ownerIn } from './support/prehijacking'
import { noticeIn, type Social, startSocial } from './support/social'

/**
 * A pre-hijacking attack (Sudhodanan and Paverd 2022, arXiv 2205.10174): an attacker claims the victim's address at a
 * provider that does not verify it, before the victim comes.
 */
let attacker: Person
let social: Social
let victim: Person

beforeAll(async () => {
  social = await startSocial()
  await social.payload.updateGlobal({ data: { requireEmailVerification: true }, slug: 'settings' })
})
afterAll(() => social.close())
beforeEach(() => {
  ;({ attacker, victim } = newVictim())
})

describe('non-verifying provider', () => {
  it.each(['envato', 'facebook'])(
    "%s: an attacker who claims the victim's address there has no account with it here",
    async (provider) => {
      const claimant = { ...attacker, email: victim.email }
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
      expect(await ownerIn(social, browser)).toBeNull()
    },
  )

  it('the mailed link opens nothing in the browser of the victim, who began nothing', async () => {
    const claimant = social.browser({ ...attacker, email: victim.email })
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
    expect(await ownerIn(social, later)).toBe(account.id)
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
