import type { Metadata } from 'next'

import { getI18n } from '../../../../../portal/i18n/getI18n'
import type { ListPageProps } from '../../../../../portal/listing/listParams'
import { VerifyPage } from '../../../../../portal/secondFactor/VerifyPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.security.verify.title }
}

export default async function Page({ searchParams }: ListPageProps) {
  return <VerifyPage searchParams={await searchParams} />
}
