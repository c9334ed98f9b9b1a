import type { Metadata } from 'next'

import { getI18n } from '../../../../../portal/i18n/getI18n'
import { SettingsPage } from '../../../../../portal/settings/SettingsPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.nav.settings }
}

export default function Page() {
  return <SettingsPage />
}
