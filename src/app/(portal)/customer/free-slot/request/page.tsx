import type { Metadata } from 'next'

import { RequestPage } from '../../../../../portal/freeSlot/request/RequestPage'
import { getI18n } from '../../../../../portal/i18n/getI18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.freeSlot.title }
}

export default function Page() {
  return <RequestPage />
}
