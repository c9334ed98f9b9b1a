import type { Metadata } from 'next'

import { getI18n } from '../../../../../../portal/i18n/getI18n'
import type { ListPageProps } from '../../../../../../portal/listing/listParams'
import { oneParam } from '../../../../../../portal/listing/oneParam'
import { HistoryPage } from '../../../../../../portal/settings/history/HistoryPage'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return { title: messages.settings.tabs.history }
}

export default async function Page({ searchParams }: ListPageProps) {
  const { before } = await searchParams
  return <HistoryPage before={oneParam(before)} />
}
