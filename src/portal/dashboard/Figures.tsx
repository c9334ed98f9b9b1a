import type { PayloadRequest } from 'payload'

import { getI18n } from '../i18n/getI18n'
import { listHref } from '../listing/listParams'
import { countInstallations } from '../queries/countInstallations'
import { countLicenses } from '../queries/countLicenses'
import { paths } from '../shell/paths'
import type { PortalPages } from '../shell/portalPages'
import { FigureList } from './FigureList'

/** The customer's numbers. Each leads to the rows that it counts. */
export async function Figures({ pages, req }: { pages: PortalPages; req: PayloadRequest }) {
  const [{ format, messages }, licenses, installations] = await Promise.all([
    getI18n(),
    pages.licenses ? countLicenses(req) : null,
    pages.activations ? countInstallations(req) : null,
  ])
  const texts = messages.dashboard
  const figures = [
    ...(licenses
      ? [
          { href: paths.licenses, name: texts.owned, value: licenses.owned },
          {
            href: listHref(paths.licenses, { filter: 'active' }),
            name: texts.active,
            value: licenses.active,
          },
          {
            href: listHref(paths.licenses, { filter: 'expired' }),
            name: texts.expired,
            value: licenses.expired,
          },
        ]
      : []),
    ...(installations === null
      ? []
      : [
          {
            href: listHref(paths.activations, { filter: 'active' }),
            name: texts.installations,
            value: installations,
          },
        ]),
  ]
  if (figures.length === 0) return null

  return (
    <FigureList
      figures={figures.map(({ value, ...figure }) => ({ ...figure, value: format.number(value) }))}
    />
  )
}
