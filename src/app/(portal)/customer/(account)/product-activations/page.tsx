import type { Metadata } from 'next'

import { ActivationsPage } from '../../../../../portal/activations/ActivationsPage'
import { getI18n } from '../../../../../portal/i18n/getI18n'
import type { ListPageProps } from '../../../../../portal/listing/listParams'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.nav.activations }
}

export default async function Page({ searchParams }: ListPageProps) {
  return <ActivationsPage searchParams={await searchParams} />
}
