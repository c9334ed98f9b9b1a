import type { Config, SanitizedConfig } from 'payload'

import { siteUrl } from '../../../src/http/siteUrl'

/** The address that a provider sends the browser back to. It is entered there, character by character. */
export function callbackUrl(config: Config | SanitizedConfig, provider: string): string {
  const path = `${config.routes?.api ?? '/api'}/auth/${provider}/callback`
  return siteUrl(config, path)
}
