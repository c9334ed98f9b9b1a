import type { Metadata } from 'next'

import { getI18n } from '../../../../../../portal/i18n/getI18n'
import { DataPage } from '../../../../../../portal/settings/data/DataPage'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return { title: messages.settings.tabs.data }
}

export default function Page() {
  return <DataPage />
}
