import type { Payload } from 'payload'

import { mailTransport } from '../../emails/transport/mailAdapter'

/**
 * The folder with the mails of the outbox, if this request may read them: links to every account are in them. While developing
 * everybody who reaches the server may, in production administrators only.
 *
 * @returns null where there is no outbox or it is not this request's to read
 */
export async function outboxFolder(payload: Payload, headers: Headers): Promise<null | string> {
  const folder = process.env.MAIL_OUTBOX
  if (!folder || mailTransport() !== 'outbox') return null
  if (process.env.NODE_ENV === 'development') return folder
  const { user } = await payload.auth({ headers })
  return user?.collection === payload.config.admin.user ? folder : null
}
