const home = '/customer/dashboard'

/**
 * Where to go after the login: the page that was asked for when it is one of the portal's, else the dashboard. Other
 * sites, schemes and tricks with slashes, backslashes and control characters end at the dashboard.
 */
export function safeRedirect(target: null | string | undefined): string {
  if (
    !target ||
    !/^\/customer(?:[/?#]|$)/.test(target) ||
    /[\\\p{Cc}]|%(?:5c|2f|0)/iu.test(target)
  ) {
    return home
  }
  const base = 'https://portal.invalid'
  if (!URL.canParse(target, base)) return home
  const url = new URL(target, base)
  const isPortal = url.origin === base && /^\/customer(?:\/|$)/.test(url.pathname)
  return isPortal ? `${url.pathname}${url.search}${url.hash}` : home
}
