import type { Config, SanitizedConfig } from 'payload'

/** The address that a provider sends the browser back to. It is entered there, character by character. */
export function callbackUrl(
  { routes, serverURL }: Config | SanitizedConfig,
  provider: string,
): string {
  const path = `${routes?.api ?? '/api'}/auth/${provider}/callback`
  return new URL(path, serverURL || 'http://localhost:3000').href
}
