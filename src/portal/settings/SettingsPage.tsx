import { LogOut } from 'lucide-react'
import type { ReactNode } from 'react'

import { AppLink } from '../components/AppLink'
import { CopyButton } from '../components/CopyButton'
import { Button } from '../components/ui/Button'
import { Card } from '../components/ui/Card'
import { fill } from '../i18n/fill'
import { getI18n } from '../i18n/getI18n'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { paths } from '../shell/paths'
import { getTheme } from '../theme/getTheme'
import { ThemeSwitch } from '../theme/ThemeSwitch'
import { NameForm } from './NameForm'

/** The customer's account and how the portal looks. */
export async function SettingsPage() {
  const { customer, pages } = await openPage(paths.settings)
  const [{ messages }, theme] = await Promise.all([getI18n(), getTheme()])
  const texts = messages.settings
  return (
    <PageFrame intro={texts.intro} pages={pages} title={messages.nav.settings}>
      <Card className="divide-y">
        <Section hint={texts.profileHint} title={texts.profile}>
          <NameForm name={customer.name} />
        </Section>
        <Section hint={texts.accountHint} title={texts.account}>
          <dl className="grid gap-4">
            <Fact name={texts.email} value={customer.email} />
            <Fact isCode name={texts.clientId} value={customer.clientId ?? ''} />
          </dl>
        </Section>
        <Section hint={texts.appearanceHint} title={texts.appearance}>
          <ThemeSwitch theme={theme} />
        </Section>
        <Section hint={texts.sessionHint} title={texts.session}>
          <Button asChild size="touch">
            <AppLink href={paths.logout}>
              <LogOut aria-hidden />
              {messages.nav.logOut}
            </AppLink>
          </Button>
        </Section>
      </Card>
    </PageFrame>
  )
}

type SectionProps = { children: ReactNode; hint: string; title: string }

function Section({ children, hint, title }: SectionProps) {
  return (
    <section className="grid gap-x-8 gap-y-4 p-5 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] md:p-7">
      <div>
        <h2 className="text-[0.9375rem] font-semibold tracking-[-0.01em]">{title}</h2>
        <p className="text-muted mt-1 text-[0.8125rem] leading-5">{hint}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}

type FactProps = { isCode?: boolean; name: string; value: string }

async function Fact({ isCode, name, value }: FactProps) {
  const { messages } = await getI18n()
  return (
    <div>
      <dt className="text-muted text-[0.8125rem]">{name}</dt>
      <dd className="mt-0.5 flex min-h-8 items-center gap-1.5">
        <span className={isCode ? 'font-mono text-[0.8125rem] wrap-anywhere' : 'wrap-anywhere'}>
          {value}
        </span>
        <CopyButton label={fill(messages.copy.copy, { what: name })} text={value} />
      </dd>
    </div>
  )
}
