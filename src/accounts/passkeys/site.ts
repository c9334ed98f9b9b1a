import type { Payload } from 'payload'

/** What passkeys are bound to: the configured address of the site, never what a request says. */
export function siteOf({ config }: Payload): { origin: string; rpID: string } {
  const { hostname, origin } = new URL(config.serverURL || 'http://localhost:3000')
  return { origin, rpID: hostname }
}
