import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { customerWith, newPerson } from './support/people'
import { noticeIn, type Social, startSocial } from './support/social'

/** Somebody entered another person's address at a provider: it opens nothing before the mailbox has answered. */
let social: Social

beforeAll(async () => {
  social = await startSocial()
})
afterAll(() => social.close())

describe('an address that is not vouched for', () => {
  it.each([
    ['google', false],
    ['google', 'true'],
    ['google', 1],
    ['google', undefined],
    ['github', false],
    ['github', 'true'],
    ['facebook', true],
    ['envato', true],
  ])('%s saying %j: opens and makes no account, and mails a link', async (provider, isVerified) => {
    const account = await social.accounts.createCustomer()
    for (const email of [account.email, newPerson().email]) {
      const browser = social.browser(newPerson({ email, isVerified }))
      expect(noticeIn(await browser.signIn(provider))).toBe('checkMail')
      expect(browser.cookies.has('lm-portal')).toBe(false)
      const { docs } = await social.payload.find({
        collection: 'mails',
        where: { template: { equals: 'socialProof' }, to: { equals: email } },
      })
      expect(docs).toHaveLength(1)
    }
    expect(await social.identitiesOf(account.id)).toEqual([])
  })

  it('mails and makes accounts in the language of the visitor', async () => {
    const [unproved, proved] = [newPerson(), newPerson()]
    for (const [person, provider] of [
      [unproved, 'envato'],
      [proved, 'google'],
    ] as const) {
      const browser = social.browser(person)
      browser.headers = { 'Accept-Language': 'de-CH,de;q=0.9,en;q=0.5' }
      await browser.signIn(provider)
    }
    const { docs } = await social.payload.find({
      collection: 'mails',
      where: { to: { equals: unproved.email ?? '' } },
    })
    expect(docs[0]?.data).toMatchObject({ language: 'de' })
    expect((await customerWith(social, proved.email))?.language).toBe('de')
  })

  it('facebook without any address makes nothing and says why', async () => {
    const browser = social.browser(newPerson({ email: null }))
    expect(noticeIn(await browser.signIn('facebook'))).toBe('emailMissing')
  })
})
