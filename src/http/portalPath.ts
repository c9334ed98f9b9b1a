const usualBase = '/customer'
const key = Symbol.for('payload-license-manager.portal')

type Holder = { [key]?: string }

/**
 * Sets where the portal is. The plugin does it when the app's configuration is loaded, for the whole process: Next keeps more than one copy
 * of this module. In a browser the portal's page does it.
 *
 * @param base begins with a slash and ends without one
 */
export function setPortalBase(base: string): void {
  ;(globalThis as Holder)[key] = base
}

/** Where the portal is below the site's address. */
export function portalBase(): string {
  return (globalThis as Holder)[key] ?? usualBase
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
