import type { IncomingMessage } from 'node:http'

const anywhere = 'http://localhost'

/** The path that a request asks for, as browsers and Next read it: without search, with `..` resolved, still encoded. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  // Two slashes at the beginning would be read as a host.
  const address = url.startsWith('/') ? `${anywhere}${url}` : url
  return URL.canParse(address) ? new URL(address).pathname : '/'
}
