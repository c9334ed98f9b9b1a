import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { acceptProfile } from '../identities/acceptProfile'
import { linkIdentity } from '../identities/linkIdentity'
import { findIdentity, noteIdentityUse } from '../identities/repository'
import { optionsOf } from '../options'
import type { ReadyProvider } from '../settings'
import type { Outcome, Profile, ProviderTokens } from '../types'
import { type Attempt, readAttempt } from './attempt'
import { burnState } from './states'
import { exchange } from './exchange'

/** What became of a sign-in that came back. */
export type Finish = {
  /** Cookies of the app. */
  cookies: string[]
  /** Whether the attempt is over; what did not belong to it leaves it alone. */
  isOver: boolean
  outcome: Outcome
  redirect: null | string
}

/**
 * Ends a sign-in when the provider sends the browser back. What comes back must belong to what this browser began, with this provider,
 * and works once.
 */
export async function finish(
  req: PayloadRequest,
  ready: ReadyProvider,
  parameters: URLSearchParams,
): Promise<Finish> {
  const attempt = readAttempt(req, ready.provider.name)
  const states = parameters.getAll('state')
  if (!attempt || states.length !== 1 || states[0] !== attempt.state) {
    return { cookies: [], isOver: false, outcome: 'expired', redirect: null }
  }
  const end = (outcome: Outcome, cookies: string[] = []): Finish => ({
    cookies,
    isOver: true,
    outcome,
    redirect: attempt.redirect,
  })
  const hash = createHash('sha256').update(attempt.state).digest('hex')
  if (!(await burnState(req.payload, { expires: attempt.expires, hash }))) return end('expired')
  if (parameters.get('error') === 'access_denied') return end('cancelled')

  const profile = await ask(req, ready, attempt, parameters)
  if (!profile) return end('failed')
  const { outcome, cookies } =
    attempt.intent.kind === 'signIn'
      ? await signIn(req, ready, profile)
      : await forAccount(req, attempt.intent, profile)
  return end(outcome, cookies)
}

type Asked = { profile: Profile; tokens: ProviderTokens }

async function ask(
  req: PayloadRequest,
  ready: ReadyProvider,
  attempt: Attempt,
  parameters: URLSearchParams,
): Promise<Asked | null> {
  const { label, name } = ready.provider
  try {
    const { facts, tokens } = await exchange(req, ready, attempt, parameters)
    const email = optionsOf(req.payload.config).accounts.normalizeEmail(facts.email)
    return { profile: { ...facts, email, provider: name }, tokens }
  } catch (err) {
    req.payload.logger.error({ err: describe(err), msg: `A sign-in with ${label} failed` })
    return null
  }
}

/** An error of the OAuth library carries the whole answer in its cause, tokens and all: a log gets what went wrong, no more. */
function describe(error: unknown): Error {
  const known: Partial<NodeJS.ErrnoException> = error instanceof Error ? error : {}
  const { code, message = String(error), name = 'Error' } = known
  const described = Object.assign(new Error(message), { name, ...(code && { code }) })
  // Where it was described says nothing.
  described.stack = `${name}: ${message}`
  return described
}

type Result = { cookies?: string[]; outcome: Outcome }

async function signIn(
  req: PayloadRequest,
  { provider }: ReadyProvider,
  { profile, tokens }: Asked,
): Promise<Result> {
  const { accounts } = optionsOf(req.payload.config)
  const acceptance = await acceptProfile(req, profile, provider.label)
  if (acceptance.outcome === 'proofNeeded') {
    const { account } = acceptance
    const mailed = await accounts.mailProof(req, {
      account,
      label: provider.label,
      profile,
      tokens,
    })
    return mailed === 'tooMany' ? { outcome: mailed } : { ...mailed, outcome: 'checkMail' }
  }
  if (acceptance.outcome !== 'accepted') return acceptance
  const { account, pendingIdentity } = acceptance
  const start = await accounts.startSession(req, acceptance)
  const isOpen = start.outcome === 'signedIn' || start.outcome === 'secondFactor'
  if (isOpen && !pendingIdentity) await announceSignIn(req, account, { profile, tokens })
  return start
}

/** Whoever is signed in must still be who began. */
async function forAccount(
  req: PayloadRequest,
  { account, kind }: Exclude<Attempt['intent'], { kind: 'signIn' }>,
  asked: Asked,
): Promise<Result> {
  const { accounts } = optionsOf(req.payload.config)
  if ((await accounts.signedIn(req)) !== account) return { outcome: 'expired' }
  const outcome =
    kind === 'link'
      ? await linkIdentity(req, account, asked.profile)
      : await noteUse(req, account, asked.profile)
  if (outcome !== 'identityTaken' && outcome !== 'notLinked')
    await announceSignIn(req, account, asked)
  return { outcome }
}

async function noteUse(
  req: PayloadRequest,
  account: string,
  profile: Profile,
): Promise<'notLinked' | 'used'> {
  const identity = await findIdentity(req, profile)
  if (identity?.account !== account) return 'notLinked'
  await noteIdentityUse(req, identity.id, profile)
  return 'used'
}

/** Tells the app that an account's identity was used. What it does then must not cost anybody their sign-in. */
export async function announceSignIn(
  req: PayloadRequest,
  account: string,
  asked: Asked,
): Promise<void> {
  try {
    await optionsOf(req.payload.config).afterSignIn(req, { account, ...asked })
  } catch (err) {
    req.payload.logger.error({ err, msg: 'What follows a sign-in with another account failed' })
  }
}
