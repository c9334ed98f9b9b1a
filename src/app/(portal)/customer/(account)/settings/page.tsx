import type { Metadata } from 'next'

import { getI18n } from '../../../../../portal/i18n/getI18n'
import { ProfilePage } from '../../../../../portal/settings/profile/ProfilePage'

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await getI18n()
  return { title: messages.nav.settings }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  return <ProfilePage isPhotoTooLarge={(await searchParams).photo === 'tooLarge'} />
}
