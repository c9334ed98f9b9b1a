import type { Metadata } from 'next'

import { ClaimPage } from '../../../../../../portal/claim/ClaimPage'
import { getI18n } from '../../../../../../portal/i18n/getI18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.claim.title }
}

export default function Page() {
  return <ClaimPage />
}
