import type { Metadata } from 'next'

import { getI18n } from '../../../../../../../portal/i18n/getI18n'
import { NamePage } from '../../../../../../../portal/naming/NamePage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.naming.title }
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Page({ params, searchParams }: Props) {
  const { from } = await searchParams
  return <NamePage from={from === 'license' ? 'license' : undefined} id={(await params).id} />
}
