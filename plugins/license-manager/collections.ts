import path from 'node:path'

import type { CollectionConfig, Config } from 'payload'

import { ActivityLog } from '../../collections/ActivityLog'
import { Activations } from '../../collections/Activations'
import { ApiKeys } from '../../collections/ApiKeys'
import { avatars } from '../../collections/Avatars'
import { BlacklistEntries } from '../../collections/BlacklistEntries'
import { AccountTokens } from '../../collections/AccountTokens'
import { CustomerSessions } from '../../collections/CustomerSessions'
import { KnownDevices } from '../../collections/KnownDevices'
import { LoginEvents } from '../../collections/LoginEvents'
import { LoginLockouts } from '../../collections/LoginLockouts'
import { Mails } from '../../collections/Mails'
import { Passkeys } from '../../collections/Passkeys'
import { RecoveryCodes } from '../../collections/RecoveryCodes'
import { Customers } from '../../collections/Customers'
import { DownloadTokens } from '../../collections/DownloadTokens'
import { EnvatoConflicts } from '../../collections/EnvatoConflicts'
import { EnvatoImports } from '../../collections/EnvatoImports'
import { FailedAttempts } from '../../collections/FailedAttempts'
import { ImportRows } from '../../collections/ImportRows'
import { Imports } from '../../collections/Imports'
import { IdempotencyKeys } from '../../collections/IdempotencyKeys'
import { Licenses } from '../../collections/Licenses'
import { Products } from '../../collections/Products'
import { releaseFiles } from '../../collections/ReleaseFiles'
import { SigningKeys } from '../../collections/SigningKeys'
import { Statistics } from '../../collections/Statistics'
import { TopCustomers } from '../../collections/TopCustomers'
import { Users } from '../../collections/Users'
import { Versions } from '../../collections/Versions'
import { WebhookDeliveries } from '../../collections/WebhookDeliveries'
import { nameActorOfChange, nameActorOfDelete } from '../../collections/hooks/nameActor'
import { refuseBadQuery } from '../../collections/hooks/refuseBadQuery'
import { refuseUnstorable } from '../../collections/hooks/refuseUnstorable'
import { exported } from '../../src/exports/endpoint'
import { customerActions } from './customerActions'
import { customerBulk } from './customerBulk'
import { customerAuthEndpoints } from './customerAuthEndpoints'
import { importEndpoints } from './importEndpoints'
import { licenseBulk } from './licenseBulk'
import { deliveryEndpoints } from './mailEndpoints'
import { mergeCustomers } from './hostCustomers/merge'
import { signingKeyEndpoints } from './signingKeyEndpoints'
import { translateLabels } from './labels/translateLabels'
import { webhookEndpoints } from './webhookEndpoints'
import type { CollectionSlug, SanitizedOptions } from './options'
import { refuseUnfillable } from './registrationFields'
import { renameCollection } from './renameSlugs'
import { statisticsEndpoints } from './statisticsEndpoints'
import { overrideCollection } from '../../src/overrides/overrideCollection'
import { slugOf } from '../../src/slugs/slugOf'
import { refuseSharedTables } from '../../src/slugs/tables'

/**
 * The plugin's collections with the host's changes applied. Users are added only where the host has no collection of
 * its own for administrators.
 *
 * @param hostCustomers the host's collection of customers, which is not among those of `config`; null for the plugin's own
 * @throws Error when an override changes a slug or adds a field that no registration fills, or the host has a table of the plugin's name
 */
export function assembleCollections(
  config: Config,
  options: SanitizedOptions,
  hostCustomers: CollectionConfig | null,
): CollectionConfig[] {
  const adminSlug = config.admin?.user ?? slugOf('users')
  const hostHasAdmins = (config.collections ?? []).some(({ slug }) => slug === adminSlug)
  const defaults: CollectionConfig[] = [
    {
      ...Customers,
      endpoints: [
        ...customerAuthEndpoints(options.enabled && options.portal !== null),
        ...customerActions,
        ...customerBulk,
      ],
    },
    { ...Licenses, endpoints: [...licenseBulk, ...deliveryEndpoints] },
    Activations,
    Products,
    Versions,
    releaseFiles(path.join(options.uploadDir, 'release-files')),
    ApiKeys,
    { ...SigningKeys, endpoints: signingKeyEndpoints },
    DownloadTokens,
    ActivityLog,
    FailedAttempts,
    BlacklistEntries,
    { ...WebhookDeliveries, endpoints: webhookEndpoints },
    EnvatoConflicts,
    EnvatoImports,
    ...(hostHasAdmins ? [] : [Users]),
    avatars(path.join(options.uploadDir, 'avatars')),
    LoginEvents,
    Mails,
    CustomerSessions,
    Passkeys,
    RecoveryCodes,
    KnownDevices,
    AccountTokens,
    LoginLockouts,
    IdempotencyKeys,
    { ...Imports, endpoints: options.imports ? importEndpoints : [] },
    ImportRows,
    { ...Statistics, endpoints: statisticsEndpoints },
    TopCustomers,
  ]
  const own = defaults.map(({ slug }) => slug as CollectionSlug)
  refuseSharedTables('licenseManager', [...own, 'settings'], config)
  return defaults.map((defaultCollection, index) => {
    const slug = own[index] as CollectionSlug
    const collection = renameCollection(override(translateLabels(defaultCollection), options), slug)
    return hostCustomers && slug === 'customers'
      ? mergeCustomers(hostCustomers, collection)
      : collection
  })
}

function override(
  defaultCollection: CollectionConfig,
  options: SanitizedOptions,
): CollectionConfig {
  const collection = overrideCollection<CollectionSlug>(
    'licenseManager',
    defaultCollection,
    options,
  )
  if (defaultCollection.slug === 'customers')
    refuseUnfillable(defaultCollection.fields, collection.fields)
  const { admin, hooks } = withExport(collection)
  return {
    ...collection,
    admin,
    hooks: {
      ...hooks,
      beforeChange: [nameActorOfChange, ...(hooks?.beforeChange ?? [])],
      beforeDelete: [nameActorOfDelete, ...(hooks?.beforeDelete ?? [])],
      beforeOperation: [refuseBadQuery, ...(hooks?.beforeOperation ?? [])],
      beforeValidate: [refuseUnstorable, ...(hooks?.beforeValidate ?? [])],
    },
  }
}

/** Lists that can be exported have it in their menu. */
function withExport(collection: CollectionConfig): CollectionConfig {
  if (!exported.some((slug) => slug === collection.slug)) return collection
  const components = collection.admin?.components
  const listMenuItems = [
    ...(components?.listMenuItems ?? []),
    {
      clientProps: { collectionSlug: slugOf(collection.slug as CollectionSlug) },
      path: 'payload-license-manager/client#ExportItems',
    },
  ]
  return {
    ...collection,
    admin: { ...collection.admin, components: { ...components, listMenuItems } },
  }
}
