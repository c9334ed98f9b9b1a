import type { Metadata } from 'next'

import { getI18n } from '../../../../../../portal/i18n/getI18n'
import { SessionsPage } from '../../../../../../portal/settings/sessions/SessionsPage'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return { title: messages.settings.tabs.sessions }
}

export default function Page() {
  return <SessionsPage />
}
