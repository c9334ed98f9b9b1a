import type { Metadata } from 'next'

import { getI18n } from '../../../../../../portal/i18n/getI18n'
import type { ListPageProps } from '../../../../../../portal/listing/listParams'
import { ConnectedPage } from '../../../../../../portal/social/connected/ConnectedPage'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return { title: messages.settings.tabs.connected }
}

export default async function Page({ searchParams }: ListPageProps) {
  return <ConnectedPage searchParams={await searchParams} />
}
