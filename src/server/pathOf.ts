import type { IncomingMessage } from 'node:http'
import { parseUrl } from '../text/parseUrl'

/** What reading as an address leaves as it is. */
const plain = /^\/[\w-]+(?:\/[\w-]+)*$/
const anywhere = 'http://localhost'

/** The path that a request asks for, as browsers and Next read it: without search, with `..` resolved, still encoded. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  if (plain.test(url)) return url
  // Two slashes at the beginning would be read as a host.
  const address = url.startsWith('/') ? `${anywhere}${url}` : url
  return parseUrl(address)?.pathname ?? '/'
}
