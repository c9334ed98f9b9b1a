import type { Metadata } from 'next'

import { getI18n } from '../../../../../portal/i18n/getI18n'
import { ProfilePage } from '../../../../../portal/settings/profile/ProfilePage'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return { title: messages.nav.settings }
}

export default function Page() {
  return <ProfilePage />
}
