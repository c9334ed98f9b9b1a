import type { Metadata } from 'next'

import { RemoveAvatarPage } from '../../../../../../portal/avatar/RemoveAvatarPage'
import { getI18n } from '../../../../../../portal/i18n/getI18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.avatar.remove }
}

export default function Page() {
  return <RemoveAvatarPage />
}
