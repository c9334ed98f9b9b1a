import type { Metadata } from 'next'

import { getI18n } from '../../../../portal/i18n/getI18n'
import { OutboxPage } from '../../../../portal/outbox/OutboxPage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).messages.outbox.title }
}

type Args = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Args) {
  return <OutboxPage mail={(await searchParams).mail} />
}
