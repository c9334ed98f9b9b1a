import type { ReactNode } from 'react'

import { PasswordOwner } from '../components/ProofField'
import { getCustomer } from '../session/customer'
import { AppLink } from '../components/AppLink'
import { Card } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import { readyProviders } from '../../../plugins/social-login'
import { portalRequest } from '../session/request'
import { PageFrame } from '../shell/PageFrame'
import type { PortalPages } from '../shell/portalPages'
import { settingsPath, type SettingsTab, settingsTabs } from './tabs'

type SettingsFrameProps = { children: ReactNode; pages: PortalPages; tab: SettingsTab }

/** The frame of the account settings: the tabs and the one that is open. */
export async function SettingsFrame({ children, pages, tab }: SettingsFrameProps) {
  const [{ messages }, tabs, session] = await Promise.all([
    getI18n(),
    tabsBeside(tab),
    getCustomer(),
  ])
  const { nav, settings } = messages
  return (
    <PageFrame intro={settings.intro} pages={pages} title={nav.settings}>
      <nav aria-label={settings.tabs.label} className="mb-5">
        <ul className="flex flex-wrap gap-x-1 border-b">
          {tabs.map((each) => (
            <li key={each}>
              <AppLink
                aria-current={each === tab ? 'page' : undefined}
                className="text-muted hover:text-ink aria-[current]:text-ink aria-[current]:border-accent -mb-px flex h-11 items-center border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap transition-colors"
                href={settingsPath(each)}
                scroll={false}
              >
                {settings.tabs[each]}
              </AppLink>
            </li>
          ))}
        </ul>
      </nav>
      <Card className="divide-y">
        <PasswordOwner hasPassword={session?.customer.hasPassword ?? true}>
          {children}
        </PasswordOwner>
      </Card>
    </PageFrame>
  )
}

/** All tabs; that of connected accounts where there is something to connect with. */
async function tabsBeside(open: SettingsTab): Promise<readonly SettingsTab[]> {
  const hasProviders =
    open === 'connected' || (await readyProviders(await portalRequest())).length > 0
  return hasProviders ? settingsTabs : settingsTabs.filter((tab) => tab !== 'connected')
}
