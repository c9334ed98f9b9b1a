import type { AuthStrategy, CollectionConfig } from 'payload'

import { refuse } from './refuse'

type AuthOptions = Exclude<NonNullable<CollectionConfig['auth']>, boolean>

/**
 * The auth options of both. Where both say something that does not contradict, the host's holds; strategies of both are asked, ours first.
 *
 * @throws Error for a setting with which the portal's accounts would not be what they are
 */
export function mergeAuth(
  slug: string,
  host: CollectionConfig['auth'],
  own: AuthOptions,
): AuthOptions {
  if (!host) refuse(slug, 'it has no auth. Give it auth: true.')
  if (host === true) return own
  refuseContradictions(slug, host)
  const { strategies = [], ...theirs } = host
  return {
    ...own,
    ...theirs,
    removeTokenFromResponses: true,
    strategies: [...(own.strategies ?? []), ...strategies.map(withoutDisabled)],
    useSessions: true,
  }
}

function refuseContradictions(slug: string, auth: AuthOptions): void {
  if (auth.disableLocalStrategy) {
    refuse(slug, 'auth.disableLocalStrategy is set, and customers have passwords. Remove it.')
  }
  if (auth.loginWithUsername) {
    refuse(
      slug,
      'auth.loginWithUsername is set, and customers are known by their address. Remove it; a field username of yours may stay.',
    )
  }
  if (auth.useAPIKey) {
    refuse(
      slug,
      'auth.useAPIKey is set. A key would open an account past its second factor and after it was disabled. Remove it.',
    )
  }
  if (auth.useSessions === false) {
    refuse(
      slug,
      'auth.useSessions is false, and a disabled account could not be shut out. Remove it.',
    )
  }
  if (auth.verify) {
    refuse(
      slug,
      'auth.verify is set, and the plugin confirms addresses itself, where its settings ask for it. Remove it; docs/plugin.md says how to keep who is verified.',
    )
  }
  if (auth.maxLoginAttempts !== undefined && !(auth.maxLoginAttempts > 0)) {
    refuse(slug, 'auth.maxLoginAttempts is 0, and passwords could be tried without end. Remove it.')
  }
}

/** A disabled account is not let in by a way of the host's either. */
function withoutDisabled(strategy: AuthStrategy): AuthStrategy {
  return {
    ...strategy,
    authenticate: async (args) => {
      const result = await strategy.authenticate(args)
      const isDisabled = Boolean((result.user as { disabledAt?: unknown } | null)?.disabledAt)
      return isDisabled ? { ...result, user: null } : result
    },
  }
}
