import { Globe } from '../components/icons'
import type { PayloadRequest } from 'payload'

import { ActivationStateBadge } from '../activations/ActivationStateBadge'
import { installationName } from '../activations/installationName'
import { AppLink } from '../components/AppLink'
import { Card, SectionHeading } from '../components/ui/Card'
import { EmptyState } from '../components/ui/EmptyState'
import { getI18n } from '../i18n/getI18n'
import { findLatestActivations } from '../queries/findActivations'
import { paths } from '../shell/paths'

const shown = 6

/** Where licences were activated last. */
export async function RecentActivations({ req }: { req: PayloadRequest }) {
  const [{ format, messages }, rows] = await Promise.all([
    getI18n(),
    findLatestActivations(req, shown),
  ])
  const texts = messages.dashboard
  return (
    <section aria-labelledby="recent">
      <SectionHeading
        action={
          rows.length > 0 && (
            <AppLink
              aria-label={`${texts.seeAll}: ${messages.nav.activations}`}
              className="text-accent rounded-sm text-[0.8125rem] font-medium hover:underline"
              href={paths.activations}
            >
              {texts.seeAll}
            </AppLink>
          )
        }
        id="recent"
      >
        {texts.recent}
      </SectionHeading>
      <Card className="mt-3">
        {rows.length === 0 ? (
          <EmptyState icon={Globe} title={messages.activations.empty}>
            {texts.recentEmpty}
          </EmptyState>
        ) : (
          <ul className="divide-y">
            {rows.map((activation) => (
              <li
                className="flex min-h-16 items-center gap-x-6 gap-y-1 px-4 py-3 md:px-5"
                key={activation.id}
              >
                <div className="min-w-0 flex-1">
                  <p className="font-medium wrap-anywhere">
                    {installationName(activation, messages.activations.unnamed)}
                  </p>
                  <p className="text-muted mt-0.5 text-[0.8125rem]">{activation.product}</p>
                </div>
                <div className="flex flex-col items-end gap-1 sm:flex-row sm:items-center sm:gap-4">
                  <ActivationStateBadge state={activation.state} />
                  <time
                    className="text-muted text-right text-[0.8125rem] whitespace-nowrap tabular-nums sm:w-24"
                    dateTime={activation.activatedAt}
                    title={format.exact(activation.activatedAt) ?? undefined}
                  >
                    {format.date(activation.activatedAt)}
                  </time>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  )
}
