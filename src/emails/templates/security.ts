import { describeUserAgent } from '../../http/describeUserAgent'
import { linkWithToken, type MailContext, portalUrl } from '../context'
import type { MailContent } from '../content'
import type { MailData } from '../types'
import { filled } from './account'

const reset = '/forgot-password'

/** Tells a customer of a login from a browser that they had not used before. */
export async function newSignIn(
  context: MailContext,
  { ip, sessionId, userAgent, when }: MailData['newSignIn'],
): Promise<MailContent> {
  const { facts, newSignIn: texts, unknown } = context.messages
  const token = { data: { session: sessionId }, email: context.to, purpose: 'endSession' } as const
  const url = await linkWithToken(context, '/end-session', token)
  const browser = describeUserAgent(userAgent)
  const parts = [browser?.software, browser?.system].filter(Boolean)
  return filled(texts, context, {
    button: { label: texts.button, url },
    facts: [
      [facts.when, momentOf(context, when)],
      [facts.browser, parts.join(', ') || unknown],
      [facts.ip, ip ?? unknown],
    ],
  })
}

/** Tells a customer that their password is another one. */
export function passwordChanged(
  context: MailContext,
  { ip, removed, when }: MailData['passwordChanged'],
): MailContent {
  const { facts, passwordChanged: texts } = context.messages
  const rows: [string, string][] = [[facts.when, momentOf(context, when)]]
  if (ip) rows.push([facts.ip, ip])
  if (removed?.passkeys) rows.push([texts.passkeys, String(removed.passkeys)])
  if (removed?.providers.length) rows.push([texts.providers, removed.providers.join(', ')])
  const note = removed ? `${texts.note} ${texts.removed}` : texts.note
  const button = { label: texts.button, url: portalUrl(context, reset) }
  return filled({ ...texts, note }, context, { button, facts: rows })
}

/** Tells a customer what changed in how they sign in. */
export function securityChanged(
  context: MailContext,
  { provider = '', what, when }: MailData['securityChanged'],
): MailContent {
  const { facts, securityChanged: texts } = context.messages
  return filled(
    { ...texts, body: texts.what[what] },
    context,
    {
      button: { label: texts.button, url: portalUrl(context, reset) },
      facts: [[facts.when, momentOf(context, when)]],
    },
    { provider },
  )
}

/** Asks whether an address belongs to whoever signs in with an account of another provider, which does not say so. */
export async function socialProof(
  context: MailContext,
  { browser, label, profile }: MailData['socialProof'],
): Promise<MailContent> {
  const texts = context.messages.socialProof
  const token = {
    data: { browser, label, profile },
    email: context.to,
    purpose: 'socialProof',
  } as const
  const url = await linkWithToken(context, '/confirm-sign-in', token)
  const greeting = context.customer ? texts.greeting : texts.greetingWithoutName
  // What somebody calls themselves there is left out: a stranger would choose the words of our mail.
  return filled(
    { ...texts, greeting },
    context,
    { button: { label: texts.button, url } },
    { provider: label },
  )
}

/** A moment in UTC: a mail does not know where it is read. */
function momentOf({ language }: MailContext, when: string): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(when))
}
