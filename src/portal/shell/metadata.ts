import type { Messages } from '../messages/languages'

/** The pages are their customers' own: no search engine has them. */
export const robots = { follow: false, index: false }

/** What a window says of a page. */
export function titleOf(page: string, { brand }: Messages): string {
  return `${page} · ${brand}`
}
