import { Globe } from '../components/icons'
import type { PayloadRequest } from 'payload'

import { momentOf } from '../activations/activationView'
import { installationName } from '../activations/installationName'
import { AppLink } from '../components/AppLink'
import { Card, SectionHeading } from '../components/ui/Card'
import { EmptyState } from '../components/ui/EmptyState'
import { getI18n, type I18n } from '../i18n/getI18n'
import { pack } from '../packed'
import type { ActivationRow } from '../queries/activationRow'
import { findLatestActivations } from '../queries/findActivations'
import { paths } from '../shell/paths'
import { RecentList, type RecentView } from './RecentList'

const shown = 6

/** Where licences were activated last. */
export async function RecentActivations({ req }: { req: PayloadRequest }) {
  const [i18n, rows] = await Promise.all([getI18n(), findLatestActivations(req, shown)])
  const { messages } = i18n
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
          <RecentList rows={pack(rows.map((row) => recentView(row, i18n)))} />
        )}
      </Card>
    </section>
  )
}

/** What the browser is given of a row. */
function recentView(activation: ActivationRow, i18n: I18n): RecentView {
  const { activatedAt, id, product, state } = activation
  return {
    activated: momentOf(activatedAt, i18n),
    id,
    installation: installationName(activation, i18n.messages.activations.unnamed),
    product,
    state,
  }
}
