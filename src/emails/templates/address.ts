import { linkWithToken, type MailContext } from '../context'
import type { MailContent } from '../content'
import type { MailData } from '../types'
import { filled } from './account'

/** Asks at a new address whether it is to be the customer's. */
export async function confirmNewEmail(context: MailContext): Promise<MailContent> {
  const texts = context.messages.confirmNewEmail
  const token = { email: context.to, purpose: 'changeEmail' } as const
  const url = await linkWithToken(context, '/change-email', token)
  return filled(texts, context, { button: { label: texts.button, url } })
}

/** Tells the present address that another one was asked for, with a way to stop it. */
export async function emailChangeRequested(
  context: MailContext,
  { newEmail }: MailData['emailChangeRequested'],
): Promise<MailContent> {
  const texts = context.messages.emailChangeRequested
  const token = { email: context.to, purpose: 'cancelEmailChange' } as const
  const url = await linkWithToken(context, '/change-email/cancel', token)
  const button = { label: texts.button, url }
  return filled(texts, context, { button }, { email: maskEmail(newEmail) })
}

/** Tells the old address that mails go elsewhere now. */
export function emailChanged(
  context: MailContext,
  { newEmail }: MailData['emailChanged'],
): MailContent {
  return filled(context.messages.emailChanged, context, {}, { email: maskEmail(newEmail) })
}

/** Enough of an address for its owner to know it: the first character and the domain. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${Array.from(email)[0] ?? ''}…${email.slice(at)}`
}
