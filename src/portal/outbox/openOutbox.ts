import 'server-only'

import { headers } from 'next/headers'
import { notFound } from 'next/navigation'

import { outboxFolder } from './outboxFolder'
import { portalPayload } from '../session/payload'

/**
 * The folder with the mails, for the present request.
 *
 * @throws Next's notFound where there is no outbox or it is not this request's to read
 */
export async function openOutbox(): Promise<string> {
  const payload = await portalPayload()
  const folder = await outboxFolder(payload, new Headers(await headers()))
  return folder ?? notFound()
}
