import type { Metadata } from 'next'

import { getI18n } from '../../../../../portal/i18n/getI18n'
import type { ListPageProps } from '../../../../../portal/listing/listParams'
import { LicensesPage } from '../../../../../portal/licenses/LicensesPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.nav.licenses }
}

export default async function Page({ searchParams }: ListPageProps) {
  return <LicensesPage searchParams={await searchParams} />
}
