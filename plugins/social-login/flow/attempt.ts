import type { PayloadRequest } from 'payload'
import { generateCookie, parseCookies } from 'payload/shared'
import { z } from 'zod'

import { decryptSecret, encryptSecret } from '../../../src/secrets/encrypt'

/** For how long somebody may be at the provider's. */
export const attemptMs = 10 * 60_000

const purpose = 'social login attempt'

const schema = z.object({
  expires: z.number(),
  intent: z.union([
    z.object({ kind: z.literal('signIn') }),
    z.object({ account: z.string(), kind: z.enum(['link', 'use']) }),
  ]),
  nonce: z.string(),
  provider: z.string(),
  redirect: z.string(),
  state: z.string(),
  verifier: z.string(),
})

/**
 * A sign-in that is under way, as the browser keeps it. `link` adds an identity to the account that is signed in; `use` only uses one
 * that it has.
 */
export type Attempt = z.infer<typeof schema>

export type Intent = Attempt['intent']

/** To be HttpOnly, SameSite=Lax, Secure over https, for all paths. */
export type AttemptCookie = { expires: Date; name: string; value: string }

/** The cookie that binds an attempt to the browser, encrypted so that nobody reads or makes one. */
export function attemptCookie(req: PayloadRequest, attempt: Attempt): AttemptCookie {
  const value = encryptSecret(JSON.stringify(attempt), req.payload.secret, purpose)
  return { expires: new Date(attempt.expires), name: cookieName(req, attempt.provider), value }
}

/** Takes the cookie of an attempt away. */
export function endedCookie(req: PayloadRequest, provider: string): AttemptCookie {
  return { expires: new Date(0), name: cookieName(req, provider), value: '' }
}

/** The attempt that this browser began with a provider; null where there is none, or it took too long. */
export function readAttempt(req: PayloadRequest, provider: string): Attempt | null {
  const value = parseCookies(req.headers).get(cookieName(req, provider))
  const plain = value ? decryptSecret(value, req.payload.secret, purpose) : null
  if (!plain) return null
  const { data } = schema.safeParse(JSON.parse(plain))
  return data && data.provider === provider && data.expires > Date.now() ? data : null
}

/** A cookie as the value of `Set-Cookie`. */
export function toSetCookie(req: PayloadRequest, cookie: AttemptCookie): string {
  return generateCookie<string>({
    ...cookie,
    httpOnly: true,
    path: '/',
    returnCookieAsObject: false,
    // The provider sends the browser back by a link of its own site: Strict would leave the cookie at home.
    sameSite: 'Lax',
    secure: isServedOverHttps(req),
  })
}

/** One for each provider: two attempts beside each other do not disturb each other. */
function cookieName(req: PayloadRequest, provider: string): string {
  return `${isServedOverHttps(req) ? '__Host-' : ''}social-login-${provider}`
}

function isServedOverHttps({ payload }: PayloadRequest): boolean {
  return payload.config.serverURL.startsWith('https://')
}
