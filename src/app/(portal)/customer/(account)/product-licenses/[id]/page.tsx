import type { Metadata } from 'next'

import { getI18n } from '../../../../../../portal/i18n/getI18n'
import { LicensePage } from '../../../../../../portal/licenses/LicensePage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.licenses.one }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: Props) {
  return <LicensePage id={(await params).id} searchParams={await searchParams} />
}
