import { Banner, Link } from '@payloadcms/ui'
import type { BasePayload } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { countMails } from '../../emails/repository'
import { mailTransport } from '../../emails/transport/mailAdapter'
import type { Queryable } from '../../licensing/types'
import { mailProblems } from './mailProblems'

type MailNoticeProps = { payload: BasePayload }

/** Says on the dashboard that mails do not leave. Nothing is shown while they do. */
export async function MailNotice({ payload }: MailNoticeProps) {
  const counts = await countMails((payload.db as unknown as { drizzle: Queryable }).drizzle)
  const { failed, waiting } = mailProblems(counts, mailTransport())
  const list = formatAdminURL({
    adminRoute: payload.config.routes.admin,
    path: '/collections/mails?where[status][equals]=failed',
  })
  return (
    <>
      {waiting && <Banner type="warning">{waiting}</Banner>}
      {failed && (
        <Banner type="error">
          {failed}{' '}
          <Link href={list} style={{ color: 'inherit' }}>
            Show in the list of mails
          </Link>
        </Banner>
      )}
    </>
  )
}
