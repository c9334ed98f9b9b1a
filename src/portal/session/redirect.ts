import { isPortalPath } from '../../http/portalPath'
import { paths } from '../shell/paths'
import { parseUrl } from '../../text/parseUrl'

/**
 * Where to go after the login: the page that was asked for when it is one of the portal's, else the dashboard. Other
 * sites, schemes and tricks with slashes, backslashes and control characters end at the dashboard.
 */
export function safeRedirect(target: null | string | undefined): string {
  if (
    !target ||
    !isPortalPath(target.split(/[?#]/, 1)[0] ?? '') ||
    /[\\\p{Cc}]|%(?:5c|2f|0)/iu.test(target)
  ) {
    return paths.dashboard
  }
  const base = 'https://portal.invalid'
  const url = parseUrl(target, base)
  if (!url) return paths.dashboard
  const isPortal = url.origin === base && isPortalPath(url.pathname)
  return isPortal ? `${url.pathname}${url.search}${url.hash}` : paths.dashboard
}
