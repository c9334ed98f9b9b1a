import { ShieldCheck } from '../components/icons'

import { Card } from '../components/ui/Card'
import { EmptyState } from '../components/ui/EmptyState'
import { getI18n } from '../i18n/getI18n'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { paths } from '../shell/paths'
import { EndingSoon } from './EndingSoon'
import { Figures } from './Figures'
import { QuickActions } from './QuickActions'
import { RecentActivations } from './RecentActivations'

/** Licences and installations at a glance. What belongs to a page that is off is not here either. */
export async function DashboardPage() {
  const { pages, req } = await openPage(paths.dashboard)
  const { messages } = await getI18n()
  const texts = messages.dashboard
  const hasNothing = !pages.licenses && !pages.activations

  return (
    <PageFrame intro={hasNothing ? null : texts.intro} pages={pages} title={messages.nav.dashboard}>
      {hasNothing && (
        <Card className="mb-8">
          <EmptyState icon={ShieldCheck} title={texts.nothing}>
            {texts.nothingHint}
          </EmptyState>
        </Card>
      )}
      <Figures pages={pages} req={req} />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        {pages.activations && <RecentActivations req={req} />}
        <div className="grid gap-8">
          {pages.licenses && <EndingSoon req={req} />}
          <QuickActions pages={pages} req={req} />
        </div>
      </div>
    </PageFrame>
  )
}
