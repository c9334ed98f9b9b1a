import type { Metadata } from 'next'

import { DeactivatePage } from '../../../../../../../portal/deactivation/DeactivatePage'
import { getI18n } from '../../../../../../../portal/i18n/getI18n'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.deactivate.action }
}

type Props = { params: Promise<{ id: string }> }

export default async function Page({ params }: Props) {
  return <DeactivatePage id={(await params).id} />
}
