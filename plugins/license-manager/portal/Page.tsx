import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { isFilePath } from '../../../src/portal/endpoints/files'
import { getI18n } from '../../../src/portal/i18n/getI18n'
import { portalPayload } from '../../../src/portal/session/payload'
import { PortalFrame } from '../../../src/portal/shell/frame/PortalFrame'
import { robots, titleOf } from '../../../src/portal/shell/metadata'
import { requirePortal } from '../../../src/portal/shell/requirePortal'
import AccountLayout from '../../../src/app/(portal)/customer/(account)/layout'
import { findPage } from './findPage'
import type { PortalPageProps } from './pages'

/** What Next gives the page of a catch-all route. The parameter may have any name. */
export type CatchAllProps = {
  params: Promise<Record<string, string | string[] | undefined>>
  searchParams: PortalPageProps['searchParams']
}

/**
 * Every page of the portal, for a route file `[[...path]]/page.tsx` at the portal's address, in whatever layout it stands. Files, which a page cannot be, are left to Payload's
 * API where they have no route files.
 */
export async function Page({ params, searchParams }: CatchAllProps) {
  await requirePortal()
  const segments = await segmentsOf(params)
  if (segments) await redirectToFile(segments, await searchParams)
  const { id, isInAccount, page } = findPage(segments)
  const { default: Content } = page
  const content = <Content params={Promise.resolve({ id })} searchParams={searchParams} />
  return (
    <PortalFrame>{isInAccount ? <AccountLayout>{content}</AccountLayout> : content}</PortalFrame>
  )
}

/** @throws Next's redirect where the address is a file's */
async function redirectToFile(
  segments: string[],
  search: Awaited<CatchAllProps['searchParams']>,
): Promise<void> {
  if (!isFilePath(segments.join('/'))) return
  const { config: running } = await portalPayload()
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      [value ?? []].flat().map((each): [string, string] => [name, each]),
    ),
  )
  const path = segments.map((segment) => encodeURIComponent(segment)).join('/')
  redirect(`${running.routes.api}/portal/${path}${query.size > 0 ? `?${query.toString()}` : ''}`)
}

/** The title of the page and what else its head says, whatever the layout around it would make of a title. */
export async function generateMetadata({ params }: CatchAllProps): Promise<Metadata> {
  const { page } = findPage(await segmentsOf(params))
  const [{ messages }, metadata] = await Promise.all([getI18n(), page.generateMetadata?.()])
  const title = typeof metadata?.title === 'string' ? metadata.title : null
  return {
    // What the layout around it says of its pages: these have no other address, and forms without a referrer would be refused.
    alternates: null,
    referrer: 'same-origin',
    robots,
    ...metadata,
    title: { absolute: title ? titleOf(title, messages) : messages.brand },
  }
}

async function segmentsOf(params: CatchAllProps['params']): Promise<string[] | undefined> {
  const path = Object.values(await params).find((value) => Array.isArray(value))
  return path?.map(decode)
}

/** Next leaves what a client wrote as it is; what is no text is no address of ours. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}
