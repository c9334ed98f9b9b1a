import type { PortalLink } from '../../src/extensions/types'
import type { PortalOptions, SanitizedOptions } from './options'
import { parseUrl } from '../../src/text/parseUrl'

const basePattern = /^(?:\/[a-z\d][a-z\d-]*)+$/i
// What would end the rule, or the style element that it stands in.
const unsafeCss = /[;{}<>\\]/

/**
 * Fills in the defaults of the portal.
 *
 * @throws Error for an address or a CSS variable that is none
 */
export function sanitizePortal({
  basePath = '/customer',
  components = {},
  hasMain = true,
  logo = null,
  navLinks = [],
  theme = {},
}: PortalOptions = {}): NonNullable<SanitizedOptions['portal']> {
  if (!basePattern.test(basePath) || /^\/(?:admin|api|_next)(?:\/|$)/.test(basePath)) {
    throw new Error(`licenseManager: the portal cannot be at ${basePath}.`)
  }
  for (const [name, value] of Object.entries(theme)) {
    if (!/^--[\w-]+$/.test(name) || unsafeCss.test(value)) {
      throw new Error(`licenseManager: ${name}: ${value} is no CSS variable for the theme.`)
    }
  }
  for (const link of navLinks) requireWebAddress(link)
  if (logo) requireWebAddress({ href: logo.src })
  return { basePath, components, hasMain, logo, navLinks, theme }
}

/** A `javascript:` link would run in the customer's session. */
function requireWebAddress({ href }: Pick<PortalLink, 'href'>): void {
  const isPath = /^\/(?![/\\])/.test(href)
  if (isPath || parseUrl(href)?.protocol === 'https:') return
  throw new Error(`licenseManager: ${href} is neither a path nor an https address.`)
}
