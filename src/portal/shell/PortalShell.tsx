import type { ReactNode } from 'react'

import { getI18n } from '../i18n/getI18n'
import { portalLook, textIn } from '../look'
import type { Theme } from '../theme/theme'
import type { PortalPages } from './portalPages'
import { ShellFrame } from './ShellFrame'
import { Slot } from './Slot'

type PortalShellProps = {
  children: ReactNode
  customer: { avatar: null | string; email: string; name: string }
  pages: PortalPages
  theme: Theme
}

/** What stands around every page of a customer, with what the host and the settings make of it. */
export async function PortalShell({ children, customer, pages, theme }: PortalShellProps) {
  const [{ language, messages }, { components, logo, navLinks }] = await Promise.all([
    getI18n(),
    portalLook(),
  ])
  return (
    <ShellFrame
      after={components.afterContent && <Slot component={components.afterContent} />}
      before={components.beforeContent && <Slot component={components.beforeContent} />}
      brand={{ logo, name: messages.brand }}
      customer={customer}
      links={navLinks.map(({ href, label }) => ({ href, label: textIn(label, language) }))}
      pages={pages}
      theme={theme}
    >
      {children}
    </ShellFrame>
  )
}
