import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { CustomerLanguage } from '../../../collections/Customers/fields/language'
import { getSettings } from '../../../collections/Settings/getSettings'
import {
  acceptProfile,
  announceSignIn,
  type Profile,
  type ProviderTokens,
} from '../../../plugins/social-login'
import { queueMail } from '../../emails/queueMail'
import { decryptSecret, encryptSecret } from '../../secrets/encrypt'
import { clientOf } from '../client'
import { inTransaction } from '../inTransaction'
import { countRequest } from '../limits/rateLimits'
import { hashToken, randomToken } from '../random'
import { inspectToken } from '../tokens/inspectToken'
import type { TokenRow } from '../tokens/repository'
import { spendToken } from '../tokens/repository'
import { type SocialSessionResult, startSocialSession } from './startSocialSession'

const purpose = 'social proof'

type ProofRequest = {
  /** The customer who has the address; null for nobody. */
  customer: null | string
  label: string
  /** In which the visitor reads the portal. */
  language: CustomerLanguage | null
  profile: Profile
  tokens: ProviderTokens
}

/**
 * Mails a link to an address that a provider does not vouch for. Whether the address has an account makes no difference to the answer;
 * while nobody may register, an address without one gets no mail.
 *
 * @returns what the browser has to keep until the link is opened in it
 */
export async function mailSocialProof(
  req: PayloadRequest,
  { customer, label, language, profile, tokens }: ProofRequest,
): Promise<'tooMany' | { browser: string }> {
  const to = profile.email ?? ''
  if ((await countRequest(req, 'socialProof', hashToken(to))) !== null) return 'tooMany'
  const secret = randomToken()
  const { allowRegistration } = await getSettings(req)
  if (customer || allowRegistration !== false) {
    const data = { browser: hashToken(secret), label, language, profile }
    await inTransaction(req, () => queueMail(req, { customer, data, template: 'socialProof', to }))
  }
  const browser = encryptSecret(JSON.stringify({ secret, tokens }), req.payload.secret, purpose)
  return { browser }
}

export type ProofResult =
  | SocialSessionResult
  | { outcome: 'emailMissing' | 'gone' | 'otherBrowser' | 'registrationOff' | 'tooMany' }

type ProofUse = { browser: null | string; deviceToken: null | string; token: unknown }

/**
 * Uses a mailed link: it shows that the address is the visitor's, who signs in with the provider's account from now on. Only in the browser
 * that began: otherwise anybody could have their own account linked by whoever opens their mail.
 */
export async function confirmSocialProof(
  req: PayloadRequest,
  { browser, deviceToken, token }: ProofUse,
): Promise<ProofResult> {
  if ((await countRequest(req, 'confirm', clientOf(req).ip)) !== null) return { outcome: 'tooMany' }
  const found = await inspectToken(req, token, 'socialProof')
  const proof = found.state === 'good' ? proofIn(found.row) : null
  if (!proof) return { outcome: 'gone' }
  const kept = keptIn(req, browser)
  if (!kept || hashToken(kept.secret) !== proof.browser) return { outcome: 'otherBrowser' }
  const used = await inTransaction(req, (db) =>
    spendToken(db, hashToken(token as string), 'socialProof'),
  )
  if (!used) return { outcome: 'gone' }
  const { label, profile } = proof
  const acceptance = await acceptProfile(req, { ...profile, isEmailVerified: true }, label)
  if (acceptance.outcome === 'proofNeeded') return { outcome: 'failed' }
  if (acceptance.outcome !== 'accepted') return acceptance
  const { account: customer, isNew, pendingIdentity } = acceptance
  const result = await startSocialSession(req, { customer, deviceToken, isNew, pendingIdentity })
  if (result.outcome === 'signedIn') {
    await announceSignIn(req, customer, { profile, tokens: kept.tokens })
  }
  return result
}

/** Whether a link that is opened here was asked for in this browser. */
export function isOfBrowser(req: PayloadRequest, row: TokenRow, browser: null | string): boolean {
  const kept = keptIn(req, browser)
  return kept !== null && hashToken(kept.secret) === proofIn(row)?.browser
}

const proofSchema = z.object({
  browser: z.string(),
  label: z.string(),
  profile: z.object({ name: z.string().nullable(), provider: z.string(), subject: z.string() }),
})

/** What a link is for. The address is the one that the mail went to. */
export function proofIn({ data, email }: TokenRow) {
  const proof = proofSchema.safeParse(data).data
  if (!proof || !email) return null
  return { ...proof, profile: { ...proof.profile, email, isEmailVerified: false } }
}

const keptSchema = z.object({
  secret: z.string(),
  tokens: z.object({
    accessToken: z.string(),
    expiresAt: z.coerce.date().nullable(),
    refreshToken: z.string().nullable(),
  }),
})

function keptIn({ payload }: PayloadRequest, browser: null | string) {
  const plain = browser ? decryptSecret(browser, payload.secret, purpose) : null
  return plain ? (keptSchema.safeParse(JSON.parse(plain)).data ?? null) : null
}
