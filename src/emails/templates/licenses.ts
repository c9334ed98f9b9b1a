import { type CertificateFile, issueCertificate } from '../../certificates/issueCertificate'
import { extensionsOf } from '../../extensions/extensionsOf'
import { fill, fillPlural } from '../../text/fill'
import type { MailAttachment, MailContent } from '../content'
import { type MailContext, portalUrl } from '../context'
import type { MailData } from '../types'
import { filled } from './account'
import { greetingOf, licenseOf, pageOf } from './licenseParts'

/** Brings a customer the code of a licence. */
export async function licenseDelivery(
  context: MailContext,
  { license: id, message, subject }: MailData['licenseDelivery'],
): Promise<MailContent> {
  const texts = context.messages.licenseDelivery
  const license = await licenseOf(context, id)
  const day = (date: Date | null) => date && dayOf(date, context.language)
  const facts: [string, null | string | undefined][] = [
    [texts.facts.product, license.item],
    [texts.facts.code, license.code],
    [texts.facts.expires, day(license.expiresAt)],
    [texts.facts.uses, license.parallelUses?.toString()],
    [texts.facts.updates, day(license.updatesUntil)],
  ]
  const certificate = await certificateFor(context, id)
  const notes = [
    certificate && attachedNote(context, certificate),
    extensionsOf(context.payload.config).isPortalOn && texts.note,
  ]
  const note = notes.filter(Boolean).join(' ') || undefined
  const content = filled(
    { ...texts, ...greetingOf(texts, context), note },
    context,
    {
      button: { label: texts.button, url: portalUrl(context, pageOf(context, id)) },
      facts: facts.filter((fact): fact is [string, string] => Boolean(fact[1])),
    },
    { item: license.item },
  )
  return {
    ...content,
    attachments: certificate ? [attachmentOf(certificate)] : [],
    body: message || content.body,
    subject: subject || content.subject,
  }
}

/** Tells a customer that a licence is about to expire. */
export async function expiryWarning(
  context: MailContext,
  { days, license: id }: MailData['expiryWarning'],
): Promise<MailContent> {
  const texts = context.messages.expiryWarning
  const license = await licenseOf(context, id)
  const { expiresAt } = license
  // The mail may be late: it says what is left when it is sent.
  const left = expiresAt ? Math.max(1, Math.ceil((expiresAt.getTime() - Date.now()) / dayMs)) : days
  const values = {
    date: expiresAt ? dayOf(expiresAt, context.language) : '',
    item: license.item,
  }
  return filled(
    {
      ...texts,
      ...greetingOf(texts, context),
      subject: fill(fillPlural(texts.subject, left, context.language), values),
    },
    context,
    { button: { label: texts.button, url: portalUrl(context, pageOf(context, id)) } },
    values,
  )
}

/** A licence that is not in order has no certificate, an example has none either. */
async function certificateFor(
  { isSample, payload }: MailContext,
  id: string,
): Promise<CertificateFile | null> {
  const outcome = isSample ? null : await issueCertificate(payload, id)
  return outcome?.ok ? outcome : null
}

function attachedNote(
  { language, messages }: MailContext,
  { validUntil }: CertificateFile,
): string {
  const texts = messages.licenseDelivery
  return validUntil
    ? fill(texts.attachedUntil, { until: dayOf(new Date(validUntil), language) })
    : texts.attached
}

function attachmentOf({ content, filename }: CertificateFile): MailAttachment {
  return { content, contentType: 'application/octet-stream', filename }
}

const dayMs = 24 * 60 * 60 * 1000

/** Validity is kept as the end of a day in UTC. */
function dayOf(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}
