import type { Metadata } from 'next'

import { getI18n } from '../../../../../../portal/i18n/getI18n'
import { EmailPage } from '../../../../../../portal/settings/email/EmailPage'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return { title: messages.settings.tabs.email }
}

export default function Page() {
  return <EmailPage />
}
