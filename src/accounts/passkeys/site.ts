import type { Payload } from 'payload'

import { siteUrl } from '../../http/siteUrl'

/** What passkeys are bound to: the configured address of the site, never what a request says. */
export function siteOf({ config }: Payload): { origin: string; rpID: string } {
  const { hostname, origin } = new URL(siteUrl(config, '/'))
  return { origin, rpID: hostname }
}
