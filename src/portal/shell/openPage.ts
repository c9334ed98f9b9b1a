import 'server-only'

import { notFound } from 'next/navigation'

import { type PortalSession, requireCustomer } from '../session/customer'
import { type PortalPages, portalPages } from './portalPages'

/**
 * What every page of the portal begins with, before anything of it is sent: who is asking, and is the page on. The data
 * behind a page that is off is closed by the access functions as well.
 *
 * @param path where to come back to after the login
 * @param page what the settings call the page, where they can switch it off
 * @throws Next's redirect to the login, or its 404 for a page that is off
 */
export async function openPage(
  path: string,
  page?: keyof PortalPages,
): Promise<PortalSession & { pages: PortalPages }> {
  const session = await requireCustomer(path)
  const pages = await portalPages(session.req)
  if (page && !pages[page]) notFound()
  return { ...session, pages }
}
