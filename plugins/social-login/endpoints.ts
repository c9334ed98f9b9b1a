import type { Endpoint, PayloadHandler, PayloadRequest } from 'payload'

import { endedCookie, toSetCookie } from './flow/attempt'
import { begin } from './flow/begin'
import { finish } from './flow/finish'
import { optionsOf } from './options'
import { findReady } from './settings'
import type { Outcome } from './types'

/**
 * `GET /api/auth/{provider}`: sends the browser to the provider. `redirect`: a page of the app to come back to. Nothing is changed by
 * it; the attempt is in the browser's cookie.
 */
const start: PayloadHandler = async (req) => {
  const { accounts } = optionsOf(req.payload.config)
  const provider = String(req.routeParams?.provider)
  const redirect = accounts.safeRedirect(searchOf(req).get('redirect'))
  const to = (outcome: Outcome) => leadTo(accounts.pageFor({ outcome, provider, redirect }))
  if (await accounts.isLimited(req)) return to('tooMany')
  const ready = await findReady(req, provider)
  if (!ready) return to('unknownProvider')
  try {
    const { cookie, url } = await begin(req, { intent: { kind: 'signIn' }, ready, redirect })
    return leadTo(url, [toSetCookie(req, cookie)])
  } catch (err) {
    req.payload.logger.error({ err, msg: `${ready.provider.label} could not be reached` })
    return to('failed')
  }
}

/** `GET /api/auth/{provider}/callback`: where the provider sends the browser back to. */
const callback: PayloadHandler = async (req) => {
  const { accounts } = optionsOf(req.payload.config)
  const provider = String(req.routeParams?.provider)
  const home = accounts.safeRedirect(null)
  const to = (outcome: Outcome, redirect: null | string = home, cookies: string[] = []) =>
    leadTo(accounts.pageFor({ outcome, provider, redirect: redirect ?? home }), cookies)
  if (await accounts.isLimited(req)) return to('tooMany')
  const ready = await findReady(req, provider)
  if (!ready) return to('unknownProvider')
  try {
    const { cookies, isOver, outcome, redirect } = await finish(req, ready, searchOf(req))
    const ended = toSetCookie(req, endedCookie(req, provider))
    return to(outcome, redirect, isOver ? [ended, ...cookies] : cookies)
  } catch (err) {
    req.payload.logger.error({ err, msg: `A sign-in with ${ready.provider.label} failed` })
    return to('failed')
  }
}

export const socialLoginEndpoints: Endpoint[] = [
  { handler: start, method: 'get', path: '/auth/:provider' },
  { handler: callback, method: 'get', path: '/auth/:provider/callback' },
]

function searchOf(req: PayloadRequest): URLSearchParams {
  return new URL(req.url ?? '', 'http://localhost').searchParams
}

function leadTo(location: string, cookies: string[] = []): Response {
  const headers = new Headers({
    'Cache-Control': 'no-store',
    Location: location,
    // The address has the code in it.
    'Referrer-Policy': 'no-referrer',
  })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { headers, status: 302 })
}
