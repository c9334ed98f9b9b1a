import type { PayloadRequest } from 'payload'

import { codeEnding } from '../../licensing/maskCode'
import { AppLink } from '../components/AppLink'
import { Card, SectionHeading } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import { findEndingSoon } from '../queries/findEndingSoon'
import { licensePath } from '../shell/paths'

const shown = 3

/** Licences that run out soon. Nothing when there is none. */
export async function EndingSoon({ req }: { req: PayloadRequest }) {
  const [{ format, messages }, licenses] = await Promise.all([
    getI18n(),
    findEndingSoon(req, shown),
  ])
  if (licenses.length === 0) return null
  return (
    <section aria-labelledby="ending-soon">
      <SectionHeading id="ending-soon">{messages.dashboard.endingSoon}</SectionHeading>
      <Card className="mt-3 overflow-hidden">
        <ul className="divide-y">
          {licenses.map(({ code, expiresAt, id, product }) => (
            <li key={id}>
              <AppLink
                className="hover:bg-canvas flex min-h-14 items-center justify-between gap-4 px-4 py-3 -outline-offset-2 transition-colors md:px-5"
                href={licensePath(id)}
              >
                <span className="min-w-0">
                  <span className="block font-medium wrap-break-word">{product}</span>
                  <span className="text-muted block font-mono text-xs">••••{codeEnding(code)}</span>
                </span>
                <time
                  className="text-warning text-[0.8125rem] whitespace-nowrap tabular-nums"
                  dateTime={expiresAt ?? undefined}
                >
                  {format.day(expiresAt)}
                </time>
              </AppLink>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  )
}
