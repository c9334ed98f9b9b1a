import { accountPages, entryPages, type PortalPage, unknownPage } from './pages'

/** A page, what stands in its address, and whether it is shown in the frame of signed-in customers. */
export type FoundPage = { id: string; isInAccount: boolean; page: PortalPage }

/**
 * Finds the page of an address.
 *
 * @param segments the address below the portal's, at its slashes; none for the portal's own
 */
export function findPage(segments: string[] = []): FoundPage {
  const [first = '', id = '', ...rest] = segments
  const asWritten = segments.join('/')
  const withId = [first, ':id', ...rest].join('/')
  const entry = own(entryPages, asWritten)
  if (entry) return { id: '', isInAccount: false, page: entry }
  const fixed = own(accountPages, asWritten)
  if (fixed && id !== ':id') return { id: '', isInAccount: true, page: fixed }
  const ofOne = id ? own(accountPages, withId) : undefined
  return { id: ofOne ? id : '', isInAccount: true, page: ofOne ?? unknownPage }
}

function own(pages: Record<string, PortalPage>, name: string): PortalPage | undefined {
  return Object.hasOwn(pages, name) ? pages[name] : undefined
}
