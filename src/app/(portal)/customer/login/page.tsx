import type { Metadata } from 'next'

import { getI18n } from '../../../../portal/i18n/getI18n'
import type { ListPageProps } from '../../../../portal/listing/listParams'
import { LoginPage } from '../../../../portal/login/LoginPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.login.title }
}

export default async function Page({ searchParams }: ListPageProps) {
  return <LoginPage searchParams={await searchParams} />
}
