import type { Metadata } from 'next'

import { getI18n } from '../../../../portal/i18n/getI18n'
import type { ListPageProps } from '../../../../portal/listing/listParams'
import { oneParam } from '../../../../portal/listing/oneParam'
import { ResetPage } from '../../../../portal/reset/ResetPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.reset.title }
}

export default async function Page({ searchParams }: ListPageProps) {
  const { done, token } = await searchParams
  return <ResetPage done={oneParam(done)} token={oneParam(token)} />
}
