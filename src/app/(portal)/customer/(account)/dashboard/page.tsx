import type { Metadata } from 'next'

import { DashboardPage } from '../../../../../portal/dashboard/DashboardPage'
import { getI18n } from '../../../../../portal/i18n/getI18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.nav.dashboard }
}

export default function Page() {
  return <DashboardPage />
}
