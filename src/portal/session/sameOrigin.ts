import { parseUrl } from '../../text/parseUrl'

/**
 * Whether a writing request comes from a page of this site: its `Origin` is there and is ours.
 *
 * @param serverURL the configured address of the site; empty in development, where the `Host` header stands for it
 */
export function isSameOrigin(headers: Headers, serverURL: string): boolean {
  const origin = headers.get('origin')
  const url = parseUrl(origin ?? '')
  if (!url) return false
  if (serverURL) return origin === new URL(serverURL).origin
  return url.host === headers.get('host')
}
