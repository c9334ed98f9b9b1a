import type { Metadata } from 'next'

import { DownloadsPage } from '../../../../../portal/downloads/DownloadsPage'
import { getI18n } from '../../../../../portal/i18n/getI18n'
import type { ListPageProps } from '../../../../../portal/listing/listParams'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.downloads.title }
}

export default async function Page({ searchParams }: ListPageProps) {
  return <DownloadsPage searchParams={await searchParams} />
}
