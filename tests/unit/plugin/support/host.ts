import type { CollectionConfig, Config, PayloadRequest } from 'payload'

import { licenseManager } from '../../../../plugins/license-manager'
import type { LicenseManagerOptions } from '../../../../plugins/license-manager/options'

/** A collection of a host that can be the customers, but for what `own` changes. */
export const members = (own: Partial<CollectionConfig> = {}): CollectionConfig => ({
  auth: true,
  dbName: 'customers',
  fields: [{ name: 'company', type: 'text' }],
  slug: 'members',
  ...own,
})

/** The configuration of a host with members, as the plugin leaves it. */
export async function build(
  host: Partial<CollectionConfig> = {},
  config: Partial<Config> = {},
  options: LicenseManagerOptions = {},
): Promise<Config> {
  const plugin = licenseManager({ customers: { collection: 'members' }, ...options })
  return plugin({
    admin: { user: 'staff' },
    collections: [members(host)],
    ...config,
  } as Config)
}

/** A request of somebody of this collection. */
export const requestOf = (collection: string, id = 'me') =>
  ({
    payload: { config: { admin: { user: 'staff' } } },
    user: { collection, id },
  }) as unknown as PayloadRequest
