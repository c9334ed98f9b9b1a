import type { Metadata } from 'next'

import { getI18n } from '../../../../../../portal/i18n/getI18n'
import { SecurityPage } from '../../../../../../portal/settings/security/SecurityPage'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return { title: messages.settings.tabs.security }
}

export default function Page() {
  return <SecurityPage />
}
