import { fill } from '../../text/fill'
import { commonValues, linkWithToken, type MailContext, portalUrl } from '../context'
import type { MailContent } from '../content'
import type { MailData } from '../types'

const reset = '/forgot-password'

/** Asks a new customer to confirm their address. */
export async function confirmEmail(context: MailContext): Promise<MailContent> {
  const texts = context.messages.confirmEmail
  const token = { email: context.to, purpose: 'confirmEmail' } as const
  const url = await linkWithToken(context, '/confirm-email', token)
  return filled(texts, context, { button: { label: texts.button, url } })
}

/** Tells a customer that somebody wanted to register with their address. */
export function alreadyRegistered(context: MailContext): MailContent {
  const texts = context.messages.alreadyRegistered
  const values = { url: portalUrl(context, reset) }
  const button = { label: texts.button, url: portalUrl(context, '/login') }
  return filled(texts, context, { button }, values)
}

/** Brings the link for a new password. */
export async function resetPassword(context: MailContext): Promise<MailContent> {
  const texts = context.messages.resetPassword
  const token = { email: context.to, purpose: 'resetPassword' } as const
  const url = await linkWithToken(context, '/reset-password', token)
  return filled(texts, context, { button: { label: texts.button, url } })
}

/** Invites a customer whose account was made for them to choose a password. */
export async function invitation(context: MailContext): Promise<MailContent> {
  const texts = context.messages.invitation
  const token = { email: context.to, purpose: 'invitation' } as const
  const url = await linkWithToken(context, '/invitation', token)
  return filled(texts, context, { button: { label: texts.button, url } })
}

/** Tells a customer that their account is gone. */
export function accountDeleted(
  context: MailContext,
  { name }: MailData['accountDeleted'],
): MailContent {
  return filled(context.messages.accountDeleted, context, {}, { name })
}

type Texts = { body: string; greeting?: string; note?: string; subject: string }

/** The texts of a mail with their values, and what it has beside them. */
export function filled(
  texts: Texts,
  context: MailContext,
  rest: Pick<MailContent, 'button' | 'facts'>,
  values: Record<string, string> = {},
): MailContent {
  const all = { ...commonValues(context), ...values }
  return {
    ...rest,
    body: fill(texts.body, all),
    greeting: texts.greeting && fill(texts.greeting, all),
    note: texts.note && fill(texts.note, all),
    subject: fill(texts.subject, all),
  }
}
