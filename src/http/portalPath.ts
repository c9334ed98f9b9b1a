const usualBase = '/customer'
const key = Symbol.for('payload-license-manager.portal')

type Holder = { [key]?: string }

/**
 * Sets where the portal is. The plugin does it when the app's configuration is loaded, for the whole process: Next keeps more than one copy
 * of this module.
 *
 * @param base begins with a slash and ends without one
 */
export function setPortalBase(base: string): void {
  ;(globalThis as Holder)[key] = base
}

/** Where the portal is below the site's address. In a browser the page says it. */
export function portalBase(): string {
  const isBrowser = typeof document !== 'undefined'
  const base = isBrowser ? document.documentElement.dataset.portal : (globalThis as Holder)[key]
  return base ?? usualBase
}

/**
 * An address of the portal.
 *
 * @param path below the portal's; begins with a slash, or is empty
 */
export function portalPath(path = ''): string {
  return portalBase() + path
}

/** Whether the path of an address is one of the portal's. */
export function isPortalPath(path: string): boolean {
  const base = portalBase()
  return path === base || path.startsWith(`${base}/`)
}
