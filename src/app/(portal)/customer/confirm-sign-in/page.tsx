import type { Metadata } from 'next'

import { getI18n } from '../../../../portal/i18n/getI18n'
import type { ListPageProps } from '../../../../portal/listing/listParams'
import { oneParam } from '../../../../portal/listing/oneParam'
import { ConfirmSignInPage } from '../../../../portal/social/confirm/ConfirmSignInPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.social.confirm.title }
}

export default async function Page({ searchParams }: ListPageProps) {
  const { token } = await searchParams
  return <ConfirmSignInPage token={oneParam(token)} />
}
