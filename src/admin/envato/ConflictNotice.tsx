import { Banner, Link } from '@payloadcms/ui'
import type { BasePayload } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { countConflicts } from '../../envato/repository'
import type { Queryable } from '../../licensing/types'
import { fillPlural } from '../../text/fill'
import { textsIn } from '../i18n/texts'
import { envatoTexts } from './texts'
import { slugOf } from '../../slugs/slugOf'

type ConflictNoticeProps = { i18n: { language: string }; payload: BasePayload }

/** Says on the dashboard that purchases at Envato wait for a decision. Nothing is shown while none does. */
export async function ConflictNotice({ i18n, payload }: ConflictNoticeProps) {
  const count = await countConflicts((payload.db as unknown as { drizzle: Queryable }).drizzle)
  if (count === 0) return null
  const texts = textsIn(envatoTexts, i18n.language)
  const list = formatAdminURL({
    adminRoute: payload.config.routes.admin,
    path: `/collections/${slugOf('envato-conflicts')}`,
  })
  return (
    <Banner type="error">
      {fillPlural(texts.conflicts, count, i18n.language)}{' '}
      <Link href={list} style={{ color: 'inherit' }}>
        {texts.show}
      </Link>
    </Banner>
  )
}
