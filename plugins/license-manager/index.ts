import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import type { Config, Plugin } from 'payload'

import { ensureParts } from '../../src/database/ensureParts'
import { exportEndpoint } from '../../src/exports/endpoint'
import { usualLook } from '../../src/extensions/extensionsOf'
import type { Extensions } from '../../src/extensions/types'
import { setPortalBase } from '../../src/http/portalPath'
import { ensureRateLimitTable } from '../../src/http/rateLimitTable'
import { watchRedis } from '../../src/http/redis'
import { tasks } from '../../src/jobs/tasks'
import { rememberLargeCounts } from '../../src/database/largeCounts'
import { withOwnIds, withUuids } from '../../src/database/ownIds'
import { setSlugs, slugOf } from '../../src/slugs/slugOf'
import { portalEndpoints } from '../../src/portal/endpoints'
import { answerBadValues } from './badQueries'
import { assembleCollections } from './collections'
import { surviveConnectionLoss } from './connectionLoss'
import { addedCustomerFields } from './customerFields'
import { withDashboard } from './dashboard'
import { withIndexes } from './databaseIndexes'
import { withoutAuthMutations } from './graphQL'
import { withQueryLimits } from './graphQLLimits'
import { withMendedPermissions } from './graphQLPermissions'
import { findHostCustomers } from './hostCustomers/find'
import { withImports } from './importViews'
import { licensingEndpoints } from './licensingEndpoints'
import { mailEndpoints } from './mailEndpoints'
import { type LicenseManagerOptions, sanitizeOptions } from './options'
import { registerRunningConfig } from './portal/registeredConfig'
import { reportEndpoints } from './reportEndpoints'
import { withAdminParts } from './adminParts'
import { requirePostgres } from './requirePostgres'
import { searchEndpoint } from './searchEndpoint'
import { assembleSettings } from './settings'
import { publicKeysEndpoint } from './signingKeyEndpoints'
import { withTranslations } from './translations'
import {
  closeMissingRoutes,
  secureBuiltInCollections,
  secureCollection,
  secureGlobal,
} from './secureDefaults'

/**
 * Adds the licence manager to a Payload app: its collections and settings, the licensing API under `/api/external` and
 * `/api/internal`, and the calls of the customer portal. Collections and globals of the host that name no access become
 * administrators' only, because customers are logged-in users as well.
 */
export const licenseManager = (incomingOptions: LicenseManagerOptions = {}): Plugin => {
  const options = sanitizeOptions(incomingOptions)
  // At once, not when Payload runs the plugin: pages ask for their addresses as soon as the configuration is loaded.
  if (options.portal) setPortalBase(options.portal.basePath)
  setSlugs(options.slugs)
  return (config: Config): Config => {
    requirePostgres(config.db)
    const { enabled, hooks, mailLayout, mails, portal, trustedProxies } = options
    const hostCustomers = findHostCustomers(config, options)
    const others = (config.collections ?? []).filter((collection) => collection !== hostCustomers)
    const isLicensingApiOn = enabled && options.licensingApi
    const isPortalOn = enabled && portal !== null
    const admin = withAdminParts({ ...config.admin, user: config.admin?.user ?? slugOf('users') })
    const withPages = options.imports ? withImports(admin) : admin
    const own = assembleCollections({ ...config, collections: others }, options, hostCustomers)
    const customers = own.find(({ slug }) => slug === slugOf('customers'))
    const extensions: { trustedProxies: number } & Extensions = {
      customerFields: customers ? addedCustomerFields(customers) : [],
      customerHooks: hostCustomers?.hooks ?? {},
      hooks,
      isLicensingApiOn,
      isPortalOn,
      mailLayout,
      mails,
      portal: portal ?? usualLook,
      trustedProxies,
    }
    return {
      ...config,
      admin: options.dashboard ? withDashboard(withPages) : withPages,
      collections: [...own.map((one) => withUuids(one, config.db)), ...others].map(
        secureCollection,
      ),
      custom: { ...config.custom, licenseManager: extensions },
      db: withOwnIds(withIndexes(config.db), own),
      endpoints: [
        ...(config.endpoints ?? []),
        exportEndpoint,
        publicKeysEndpoint,
        ...mailEndpoints,
        ...reportEndpoints,
        searchEndpoint,
        ...(enabled ? licensingEndpoints(options) : []),
        ...(isPortalOn ? portalEndpoints : []),
      ],
      globals: [assembleSettings(options), ...(config.globals ?? [])].map(secureGlobal),
      graphQL: {
        ...config.graphQL,
        disablePlaygroundInProduction: true,
        mutations: withoutAuthMutations(config.graphQL?.mutations),
        queries: withMendedPermissions(config.graphQL?.queries),
        validationRules: withQueryLimits(config.graphQL?.validationRules),
      },
      hooks: {
        ...config.hooks,
        afterError: [answerBadValues, ...(config.hooks?.afterError ?? [])],
      },
      i18n: {
        ...config.i18n,
        supportedLanguages: { de, en, ...config.i18n?.supportedLanguages },
        translations: withTranslations(config),
      },
      jobs: {
        ...config.jobs,
        tasks: [...(config.jobs?.tasks ?? []), ...tasks],
        access: {
          cancel: () => false,
          queue: () => false,
          run: () => false,
          ...config.jobs?.access,
        },
      },
      maxDepth: Math.min(config.maxDepth ?? 1, 1),
      onInit: async (payload) => {
        registerRunningConfig(payload.config)
        surviveConnectionLoss(payload)
        rememberLargeCounts(payload)
        secureBuiltInCollections(payload)
        closeMissingRoutes(payload)
        nameCodeInUniqueErrors(payload.db)
        watchRedis(payload.logger)
        await ensureRateLimitTable(payload)
        await ensureParts(payload)
        await config.onInit?.(payload)
      },
    }
  }
}

/**
 * The key that makes licence codes unique is a hidden field; a duplicate must be reported on the field that people see.
 */
function nameCodeInUniqueErrors(db: object): void {
  const { fieldConstraints } = db as { fieldConstraints?: Record<string, Record<string, string>> }
  if (fieldConstraints?.licenses) fieldConstraints.licenses.code_key_idx = 'code'
}
