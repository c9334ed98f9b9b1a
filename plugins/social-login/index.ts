import type { CollectionConfig, Config, GlobalConfig, Plugin } from 'payload'

import { hasNumbers, withOwnIds, withUuids } from '../../src/database/ownIds'
import { overrideCollection } from '../../src/overrides/overrideCollection'
import { refuseSharedTables, underSlug } from '../../src/slugs/tables'
import { socialLoginEndpoints } from './endpoints'
import { settingsTab } from './fields'
import { statesCollection } from './flow/states'
import { identitiesCollection, identitiesField } from './identities/collection'
import { deleteIdentitiesOf } from './identities/repository'
import {
  ownSlugs,
  type SanitizedOptions,
  sanitizeOptions,
  type SocialLoginOptions,
} from './options'

export type { Intent } from './flow/attempt'
export { begin } from './flow/begin'
export { announceSignIn } from './flow/finish'
export { type Acceptance, acceptProfile } from './identities/acceptProfile'
export { linkIdentity } from './identities/linkIdentity'
export {
  deleteIdentitiesOf,
  deleteIdentity,
  findIdentitiesOf,
  findIdentity,
  type Identity,
} from './identities/repository'
export { envatoApiUrl } from './providers/envato'
export { findReady, readyProviders } from './settings'
export {
  openIdFromEnvironment,
  type OpenIdProvider,
  providerLabel,
  type SocialLoginOptions,
} from './options'
export type {
  AccountState,
  AfterSignIn,
  Destination,
  Outcome,
  Profile,
  ProviderTokens,
  SessionStart,
  SocialLoginAccounts,
  SocialProvider,
} from './types'

/**
 * Adds signing in with accounts of other providers to an auth collection: their settings to a global, the collection of identities, and
 * `/api/auth/{provider}`. What an account is, is the app's: it passes functions.
 *
 * @throws Error that says what to do where the ids of the accounts are numbers
 */
export const socialLogin =
  (incomingOptions: SocialLoginOptions): Plugin =>
  (config: Config): Config => {
    const options = sanitizeOptions(incomingOptions)
    refuseSharedTables('socialLogin', ownSlugs, config)
    refuseNumbers(config, options.collection)
    const own = ownCollections(incomingOptions, options)
    return {
      ...config,
      collections: [
        ...(config.collections ?? []).map((collection) =>
          collection.slug === options.collection
            ? withoutLeftovers(withIdentities(collection, options))
            : collection,
        ),
        ...own.map((collection) => withUuids(collection, config.db)),
      ],
      custom: { ...config.custom, socialLogin: options },
      db: withOwnIds(config.db, own),
      endpoints: [...(config.endpoints ?? []), ...socialLoginEndpoints],
      globals: config.globals?.map((global) =>
        global.slug === options.global ? withSettings(global, config, options) : global,
      ),
    }
  }

function ownCollections(
  incomingOptions: SocialLoginOptions,
  { collection, group, slugs }: SanitizedOptions,
): CollectionConfig[] {
  const identities = identitiesCollection(collection, group)
  return [
    underSlug(overrideCollection('socialLogin', identities, incomingOptions), slugs.identities),
    underSlug(
      overrideCollection('socialLogin', statesCollection, incomingOptions),
      slugs['social-login-states'],
    ),
  ]
}

/** Accounts are told apart by UUIDs in the plugin's functions. Those of `licenseManager()` have them beside the host's numbers. */
function refuseNumbers({ collections = [], db }: Config, slug: string): void {
  const accounts = collections.find((collection) => collection.slug === slug)
  if (!accounts || !hasNumbers(db)) return
  if (accounts.fields.some((field) => 'name' in field && field.name === 'id')) return
  throw new Error(
    `socialLogin: the ids of ${slug} are numbers, and have to be UUIDs. Give the adapter idType: 'uuid', as in postgresAdapter({ idType: 'uuid', … }).`,
  )
}

/** Administrators see with which accounts somebody signs in, and can filter by `identities.provider`; `admin.custom` names the providers. */
function withIdentities(
  collection: CollectionConfig,
  { providers, slugs }: SanitizedOptions,
): CollectionConfig {
  const { admin, fields } = collection
  const signInProviders = providers.map(({ provider: { label, name } }) => ({ label, name }))
  return {
    ...collection,
    admin: { ...admin, custom: { ...admin?.custom, signInProviders } },
    fields: [...fields, identitiesField(slugs.identities ?? 'identities')],
  }
}

/** Identities go with their account, in the same transaction. */
function withoutLeftovers(collection: CollectionConfig): CollectionConfig {
  const { hooks } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeDelete: [
        ...(hooks?.beforeDelete ?? []),
        ({ id, req }) => deleteIdentitiesOf(req, String(id)),
      ],
    },
  }
}

function withSettings(
  global: GlobalConfig,
  config: Config,
  options: SanitizedOptions,
): GlobalConfig {
  const tab = settingsTab(config, options)
  const index = global.fields.findIndex(({ type }) => type === 'tabs')
  const fields = global.fields.map((field, position) =>
    position === index && field.type === 'tabs' ? { ...field, tabs: [...field.tabs, tab] } : field,
  )
  return { ...global, fields: index < 0 ? [...fields, { tabs: [tab], type: 'tabs' }] : fields }
}
