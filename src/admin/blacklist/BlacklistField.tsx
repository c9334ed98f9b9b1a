import { Link } from '@payloadcms/ui'
import type { UIFieldServerProps } from 'payload'
import { formatAdminURL } from 'payload/shared'

import { fillPlural } from '../../text/fill'
import { textsIn } from '../i18n/texts'
import { blacklistTexts } from './texts'
import { slugOf } from '../../slugs/slugOf'

/** Leads from the settings of the API to the domains and addresses that it refuses, and says how many there are. */
export async function BlacklistField({ i18n, payload, req }: UIFieldServerProps) {
  const texts = textsIn(blacklistTexts, i18n.language)
  const slug = slugOf('blacklist-entries')
  const { totalDocs } = await payload.count({
    collection: slug,
    overrideAccess: false,
    req,
  })
  const { admin: adminRoute } = payload.config.routes
  const list = formatAdminURL({ adminRoute, path: `/collections/${slug}` })
  const add = formatAdminURL({ adminRoute, path: `/collections/${slug}/create` })
  return (
    <div className="field-type ui">
      <p className="field-label" style={{ margin: 0 }}>
        {texts.heading}
      </p>
      <p style={{ margin: 0 }}>
        {totalDocs === 0 ? texts.none : fillPlural(texts.count, totalDocs, i18n.language)}{' '}
        {totalDocs > 0 && <Link href={list}>{texts.show}</Link>} <Link href={add}>{texts.add}</Link>
      </p>
    </div>
  )
}
