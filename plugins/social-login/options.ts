import type { Config, SanitizedConfig, StaticLabel } from 'payload'

import { builtInProviders } from './providers'
import { baseUrl } from './providers/baseUrl'
import { openIdConnect } from './providers/openIdConnect'
import type { AfterSignIn, Credentials, SocialLoginAccounts, SocialProvider } from './types'
import type { CollectionOverrides } from '../../src/overrides/overrideCollection'
import { sanitizeSlugs } from '../../src/slugs/sanitizeSlugs'
import { parseUrl } from '../../src/text/parseUrl'

/** The collections that the plugin adds, by the name that they have here and in the database. */
export const ownSlugs = ['identities', 'social-login-states'] as const

/** A provider of OpenID Connect that is added by options alone, such as a company's own. It is on. */
export type OpenIdProvider = Credentials & {
  /** Where its `/.well-known/openid-configuration` is. */
  issuer: string
  /** As people know it: it is read in "Sign in with …". */
  label: string
  /** Its part of addresses: lower-case letters, digits and hyphens. */
  name: string
  /** Default: `openid email profile`. */
  scope?: string
}

type OwnSlug = (typeof ownSlugs)[number]

export type SocialLoginOptions = CollectionOverrides<OwnSlug> & {
  /** What the app does with its accounts. */
  accounts: SocialLoginAccounts
  /** After somebody signed in, when it is committed. */
  afterSignIn?: AfterSignIn
  /** Slug of the auth collection whose accounts people sign in to. */
  collection: string
  /** Slug of the global that gets the settings, as one more tab where it has tabs. */
  global: string
  /** Heading of the collection in the admin panel. */
  group?: string
  providers?: OpenIdProvider[]
  /** What the plugin's collections are called in this app, by its own names. Their tables keep these. */
  slugs?: Partial<Record<OwnSlug, string>>
  /** Label of the tab. */
  tab?: StaticLabel
}

/** A provider, with its credentials where options or environment have them. */
export type KnownProvider = { credentials: Credentials | null; provider: SocialProvider }

export type SanitizedOptions = Required<
  Omit<SocialLoginOptions, 'group' | 'providers' | keyof CollectionOverrides<OwnSlug>>
> & {
  group: string | undefined
  providers: KnownProvider[]
}

/**
 * Fills in the defaults.
 *
 * @throws Error for a provider whose options have no meaning, and for a slug that is none
 */
export function sanitizeOptions(options: SocialLoginOptions): SanitizedOptions {
  const providers = [
    ...builtInProviders().map((provider) => ({
      credentials: credentialsFromEnvironment(provider.name),
      provider,
    })),
    ...(options.providers ?? []).map(known),
  ]
  const names = providers.map(({ provider }) => provider.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`socialLogin: there are two providers ${twice}.`)
  return {
    accounts: options.accounts,
    afterSignIn: options.afterSignIn ?? (async () => undefined),
    collection: options.collection,
    global: options.global,
    group: options.group,
    providers,
    slugs: sanitizeSlugs('socialLogin', ownSlugs, options.slugs ?? {}),
    tab: options.tab ?? { de: 'Anmeldung mit anderen Konten', en: 'Social login' },
  }
}

/** `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET` and `OIDC_LABEL`: one provider more, for the app's options. */
export function openIdFromEnvironment(): OpenIdProvider[] {
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ISSUER, OIDC_LABEL } = process.env
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return []
  return [
    {
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      issuer: baseUrl('OIDC_ISSUER', 'https://id.example.com'),
      label: OIDC_LABEL || 'OpenID Connect',
      name: 'oidc',
    },
  ]
}

/**
 * The options that the plugin was added with; null where it was not.
 */
export function findOptions(config: Config | SanitizedConfig): null | SanitizedOptions {
  const { socialLogin } = (config.custom ?? {}) as { socialLogin?: SanitizedOptions }
  return socialLogin ?? null
}

/**
 * The options that the plugin was added with.
 *
 * @throws Error when it was not added
 */
export function optionsOf(config: Config | SanitizedConfig): SanitizedOptions {
  const options = findOptions(config)
  if (!options) throw new Error('socialLogin: the plugin is not among the plugins of the config.')
  return options
}

/** What people call a provider that the app knows, whether it is on or not; null for any other. */
export function providerLabel(
  config: Config | SanitizedConfig,
  name: string | undefined,
): null | string {
  const found = findOptions(config)?.providers.find(({ provider }) => provider.name === name)
  return found?.provider.label ?? null
}

function known({ clientId, clientSecret, ...options }: OpenIdProvider): KnownProvider {
  if (!/^[a-z][a-z\d-]{0,30}$/.test(options.name)) {
    throw new Error(`socialLogin: ${options.name} must be lower-case letters, digits and hyphens.`)
  }
  if (!clientId || !clientSecret || !parseUrl(options.issuer)) {
    throw new Error(`socialLogin: ${options.name} needs an issuer, a client ID and a secret.`)
  }
  return { credentials: { clientId, clientSecret }, provider: openIdConnect(options) }
}

function credentialsFromEnvironment(name: string): Credentials | null {
  const prefix = name.toUpperCase()
  const clientId = process.env[`${prefix}_CLIENT_ID`]
  const clientSecret = process.env[`${prefix}_CLIENT_SECRET`]
  return clientId && clientSecret ? { clientId, clientSecret } : null
}
