import type { Metadata } from 'next'

import { FreeSlotPage } from '../../../../portal/freeSlot/FreeSlotPage'
import { getI18n } from '../../../../portal/i18n/getI18n'

export async function generateMetadata(): Promise<Metadata> {
  // The address holds the link's token: it must not reach other sites.
  return { referrer: 'same-origin', title: (await getI18n()).messages.freeSlot.title }
}

type Args = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Args) {
  const { id, result, token } = await searchParams
  return (
    <FreeSlotPage
      id={typeof id === 'string' ? id : undefined}
      result={typeof result === 'string' ? result : undefined}
      token={typeof token === 'string' ? token : undefined}
    />
  )
}
