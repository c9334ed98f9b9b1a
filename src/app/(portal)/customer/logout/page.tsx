import type { Metadata } from 'next'

import { getI18n } from '../../../../portal/i18n/getI18n'
import { LogoutPage } from '../../../../portal/logout/LogoutPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.nav.logOut }
}

export default function Page() {
  return <LogoutPage />
}
