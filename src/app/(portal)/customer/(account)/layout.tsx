import type { ReactNode } from 'react'

import { avatarVersion } from '../../../../portal/avatar/avatarVersion'
import { getCustomer } from '../../../../portal/session/customer'
import { portalPages } from '../../../../portal/shell/portalPages'
import { PortalShell } from '../../../../portal/shell/PortalShell'
import { getTheme } from '../../../../portal/theme/getTheme'

/** Nobody is sent to the login from here: only the page knows the address to come back to. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const session = await getCustomer()
  if (!session) return children
  const [pages, theme] = await Promise.all([portalPages(session.req), getTheme()])
  const { email, name } = session.customer
  const avatar = avatarVersion(session.customer)
  return (
    <PortalShell customer={{ avatar, email, name }} pages={pages} theme={theme}>
      {children}
    </PortalShell>
  )
}
