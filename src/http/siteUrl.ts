/** Where the site is while nothing is configured: in development. */
const usual = 'http://localhost:3000'

/**
 * An address of the site. Built from what is configured only: no header of any request changes a byte of it.
 *
 * @param path with a slash at its beginning
 */
export function siteUrl({ serverURL }: { serverURL?: string }, path: string): string {
  return new URL(path, serverURL || usual).href
}
