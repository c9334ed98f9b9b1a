import 'server-only'

import config from '@payload-config'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getPayload } from 'payload'

import { outboxFolder } from './outboxFolder'

/**
 * The folder with the mails, for the present request.
 *
 * @throws Next's notFound where there is no outbox or it is not this request's to read
 */
export async function openOutbox(): Promise<string> {
  const payload = await getPayload({ config })
  const folder = await outboxFolder(payload, new Headers(await headers()))
  return folder ?? notFound()
}
