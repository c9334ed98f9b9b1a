import type { PayloadRequest } from 'payload'

import { AppLink } from '../components/AppLink'
import { Card } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import { listHref } from '../listing/listParams'
import { countInstallations } from '../queries/countInstallations'
import { countLicenses } from '../queries/countLicenses'
import { paths } from '../shell/paths'
import type { PortalPages } from '../shell/portalPages'

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
    <Card className="mb-8 overflow-hidden">
      <ul className="-mr-px -mb-px grid grid-cols-2 md:auto-cols-fr md:grid-flow-col md:grid-cols-none">
        {figures.map(({ href, name, value }) => (
          <li className="border-r border-b" key={name}>
            <AppLink
              className="hover:bg-canvas block h-full p-4 -outline-offset-2 transition-colors md:px-6 md:py-5"
              href={href}
            >
              <span className="text-muted block text-[0.8125rem]">{name}</span>
              <span className="mt-1 block text-[1.75rem] leading-9 font-semibold tracking-[-0.03em] tabular-nums">
                {format.number(value)}
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
