import { expect } from 'vitest'

import { begin, findReady } from '../../../../plugins/social-login'
import { toSetCookie } from '../../../../plugins/social-login/flow/attempt'
import type { SignedInCustomer } from '../../../../src/accounts/sessions/findSignedIn'
import { unlinkIdentity } from '../../../../src/accounts/social/unlinkIdentity'
import type { Person } from '../../../support/providers/people'
import { password } from '../../accounts/support/accounts'
import { parseSetCookie } from './setCookie'
import { type Browser, noticeIn, type Social } from './social'

export type Signed = SignedInCustomer & { token: string }

/** What customers do in the settings with their accounts at other providers. */
export type Linking = ReturnType<typeof linkingOf>

export function linkingOf(social: Social) {
  /** Begins what the settings begin after the password, in a browser with the customer's session. */
  async function beginLink(
    browser: Browser,
    customer: Signed,
    provider: string,
    kind: 'link' | 'use' = 'link',
  ): Promise<URL> {
    browser.cookies.set('lm-portal', customer.token)
    const req = await social.accounts.request()
    const ready = await findReady(req, provider)
    if (!ready) throw new Error(`${provider} is not on.`)
    const redirect = '/customer/settings/connected'
    const { cookie, url } = await begin(req, {
      intent: { account: customer.id, kind },
      ready,
      redirect,
    })
    const { name, value } = parseSetCookie(toSetCookie(req, cookie))
    browser.cookies.set(name, value)
    return new URL(url)
  }

  const signedIn = async (): Promise<Signed> =>
    social.accounts.signIn((await social.accounts.createCustomer()).email)

  async function link(customer: Signed, person: Person, provider: string): Promise<null | string> {
    const browser = social.browser(person)
    const page = await browser.comeBack(
      await browser.allow(await beginLink(browser, customer, provider)),
    )
    expect(page).toMatch(/^\/customer\/settings\/connected\?/)
    return noticeIn(page)
  }

  const unlink = async (customer: Signed, id: string, withPassword = password) =>
    unlinkIdentity(await social.accounts.request(), customer, {
      id,
      labelOf: (provider) => provider,
      password: withPassword,
    })

  return { beginLink, link, signedIn, unlink }
}
