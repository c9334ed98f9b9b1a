import { deliverMail } from '../../../../src/emails/deliverMail'
import type { Social } from './social'

type Sent = { html: string; text: string; to: string }

/** Delivers the latest mail of a template to an address and returns the token of its link; null where there is no such mail. */
export async function linkTokenOf(
  { payload }: Social,
  template: string,
  to: string,
): Promise<null | string> {
  const { docs } = await payload.find({
    collection: 'mails',
    limit: 1,
    sort: '-createdAt',
    where: { template: { equals: template }, to: { equals: to } },
  })
  const [mail] = docs
  if (!mail) return null
  const sent: Sent[] = []
  const { sendEmail } = payload
  payload.sendEmail = async (message) => {
    sent.push(message as Sent)
    return undefined
  }
  try {
    await deliverMail(payload, mail.id)
  } finally {
    payload.sendEmail = sendEmail
  }
  return /[?&]token=([\w-]+)/.exec(sent[0]?.text ?? '')?.[1] ?? null
}
