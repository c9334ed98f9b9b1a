import { codeEnding } from '../../licensing/maskCode'
import { createSlotLinkSigner } from '../../licensing/token'
import type { MailContent } from '../content'
import { type MailContext, portalUrl } from '../context'
import type { MailData } from '../types'
import { filled } from './account'
import { greetingOf, licenseOf, pageOf } from './licenseParts'

/** Brings the holder of a licence the link at which a slot can be freed without logging in. */
export async function slotLink(
  context: MailContext,
  { license: id }: MailData['slotLink'],
): Promise<MailContent> {
  const texts = context.messages.slotLink
  const { isSample, payload } = context
  const token = isSample ? 'example' : createSlotLinkSigner(payload.secret).sign(id)
  const url = portalUrl(context, `/free-slot?token=${token}`)
  return filled(
    { ...texts, ...greetingOf(texts, context) },
    context,
    { button: { label: texts.button, url } },
    await valuesOf(context, id),
  )
}

/** Tells a customer that a licence is theirs now. */
export async function licenseClaimed(
  context: MailContext,
  { license: id }: MailData['licenseClaimed'],
): Promise<MailContent> {
  const texts = context.messages.licenseClaimed
  const button = { label: texts.button, url: portalUrl(context, pageOf(context, id)) }
  return filled(texts, context, { button }, await valuesOf(context, id))
}

/** Tells the holder of a licence that somebody wanted it for another account. */
export async function claimRefused(
  context: MailContext,
  { license: id }: MailData['claimRefused'],
): Promise<MailContent> {
  const texts = context.messages.claimRefused
  return filled(
    { ...texts, ...greetingOf(texts, context) },
    context,
    { button: { label: texts.button, url: portalUrl(context, pageOf(context, id)) } },
    await valuesOf(context, id),
  )
}

async function valuesOf(context: MailContext, id: string): Promise<Record<string, string>> {
  const { code, item } = await licenseOf(context, id)
  return { end: codeEnding(code), item }
}
