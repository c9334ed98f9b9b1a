import { APIError, type PayloadRequest } from 'payload'
import { parseCookies } from 'payload/shared'

import { getSettings } from '../../../collections/Settings/getSettings'
import { transactionOf } from '../../../collections/transaction'
import type { SocialLoginAccounts } from '../../../plugins/social-login'
import { clientOf } from '../../accounts/client'
import { parseEmail } from '../../accounts/emails'
import { countRequest } from '../../accounts/limits/rateLimits'
import { findAuthByEmail, lockAuth } from '../../accounts/repository/customers'
import { findSignedIn } from '../../accounts/sessions/findSignedIn'
import { accountState } from '../../accounts/social/accountState'
import { createSocialAccount } from '../../accounts/social/createSocialAccount'
import { notifyIdentity } from '../../accounts/social/notifyIdentity'
import { mailSocialProof } from '../../accounts/social/socialProof'
import { startSocialSession } from '../../accounts/social/startSocialSession'
import { takeOverAccount } from '../../accounts/social/takeOverAccount'
import { extensionsOf } from '../../extensions/extensionsOf'
import { knownLanguage, languageChoices, languageCookie } from '../i18n/language'
import { negotiateLocale } from '../i18n/negotiateLocale'
import { cookieName, deviceCookieMs } from '../session/cookie'
import { safeRedirect } from '../session/redirect'
import { socialPage } from '../social/socialPage'
import { appendCookie, deviceTokenOf } from './cookies'

const proofMs = 60 * 60_000

/** What signing in with another account does with customers: the portal's own sessions, cookies and pages. */
export const socialAccounts: SocialLoginAccounts = {
  acceptsUnconfirmed: async (req) => (await getSettings(req)).requireEmailVerification === false,
  create: (req, account) => {
    refuseWithoutPortal(req)
    return createSocialAccount(req, { ...account, language: languageOf(req) })
  },
  isLimited: async (req) => (await countRequest(req, 'social', clientOf(req).ip)) !== null,
  lockByEmail: async (req, email) => {
    const db = await transactionOf(req)
    const found = await findAuthByEmail(db, email)
    const account = found && (await lockAuth(db, found.id))
    // While this waited, the address may have become another account's.
    return account?.email === email ? accountState(account) : null
  },
  lockById: async (req, id) => accountState(await lockAuth(await transactionOf(req), id)),
  mailProof: async (req, { account, ...proof }) => {
    const about = { ...proof, customer: account, language: languageOf(req) }
    const mailed = await mailSocialProof(req, about)
    if (mailed === 'tooMany') return mailed
    const headers = new Headers()
    const expires = new Date(Date.now() + proofMs)
    appendCookie(headers, req, 'socialProof', mailed.browser, expires)
    return { cookies: headers.getSetCookie() }
  },
  normalizeEmail: parseEmail,
  notifyLinked: (req, account, label) => notifyIdentity(req, account, 'identityLinked', label),
  pageFor: socialPage,
  safeRedirect,
  signedIn: async (req) => {
    const token = parseCookies(req.headers).get(cookieName(req.payload, 'session'))
    return (await findSignedIn(req.payload, token, req))?.id ?? null
  },
  startSession: async (req, { account, isNew, pendingIdentity }) => {
    refuseWithoutPortal(req)
    const deviceToken = deviceTokenOf(req)
    const start = { customer: account, deviceToken, isNew, pendingIdentity }
    const result = await startSocialSession(req, start)
    const headers = new Headers()
    const deviceExpires = new Date(Date.now() + deviceCookieMs)
    appendCookie(headers, req, 'device', deviceToken, deviceExpires)
    switch (result.outcome) {
      case 'signedIn': {
        const { cookieExpires, token } = result.session
        appendCookie(headers, req, 'session', token, cookieExpires)
        appendCookie(headers, req, 'secondFactor', '', new Date(0))
        break
      }
      case 'secondFactor':
        appendCookie(headers, req, 'secondFactor', result.token, null)
        break
      default:
        return result
    }
    return { cookies: headers.getSetCookie(), outcome: result.outcome }
  },
  takeOver: takeOverAccount,
}

/** @throws APIError 404 where the app has no portal: there is nothing to sign in to. */
function refuseWithoutPortal({ payload }: PayloadRequest): void {
  if (!extensionsOf(payload.config).isPortalOn) throw new APIError('Not found.', 404, null, true)
}

/** In which the visitor read the page with the button. */
function languageOf({ headers }: PayloadRequest) {
  const chosen = knownLanguage(parseCookies(headers).get(languageCookie))
  const { language } = negotiateLocale(headers.get('accept-language'), languageChoices)
  return chosen ?? knownLanguage(language)
}
