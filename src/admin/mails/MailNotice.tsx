import { Banner, Link } from '@payloadcms/ui'
import type { BasePayload } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { countMails } from '../../emails/repository'
import { mailTransport } from '../../emails/transport/mailAdapter'
import type { Queryable } from '../../licensing/types'
import { textsIn } from '../i18n/texts'
import { mailProblems } from './mailProblems'
import { mailNoticeTexts } from './texts'
import { slugOf } from '../../slugs/slugOf'

type MailNoticeProps = { i18n: { language: string }; payload: BasePayload }

/** Says on the dashboard that mails do not leave. Nothing is shown while they do. */
export async function MailNotice({ i18n, payload }: MailNoticeProps) {
  const counts = await countMails((payload.db as unknown as { drizzle: Queryable }).drizzle)
  const { failed, waiting } = mailProblems(counts, mailTransport(), i18n.language)
  const list = formatAdminURL({
    adminRoute: payload.config.routes.admin,
    path: `/collections/${slugOf('mails')}?where[status][equals]=failed`,
  })
  return (
    <>
      {waiting && <Banner type="warning">{waiting}</Banner>}
      {failed && (
        <Banner type="error">
          {failed}{' '}
          <Link href={list} style={{ color: 'inherit' }}>
            {textsIn(mailNoticeTexts, i18n.language).show}
          </Link>
        </Banner>
      )}
    </>
  )
}
