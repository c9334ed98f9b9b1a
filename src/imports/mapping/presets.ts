import type { ImportKind } from '../../../collections/Imports/values'

/** Where a file comes from. */
export const presetNames = ['licensebox', 'laravel'] as const

export type PresetName = (typeof presetNames)[number]

export type Preset = {
  /** The column of each field, by its name in the table. */
  columns: Partial<Record<ImportKind, Record<string, string>>>
  /** Columns that only files of this origin have; one is enough to know it. */
  marks: readonly string[]
  /** Whether a limit of 0 stands for none. */
  zeroIsNoLimit: boolean
}

/**
 * Tables of other licence managers, by the names of their columns.
 *
 * LicenseBox: `product_licenses` holds the licences and, in `client` and `email`, all that it knows of customers; `product_details` the
 * products. Laravel: the usual `users` table, and `lm_licenses` and `lm_products` of a licence manager on Laravel.
 */
export const presets: Record<PresetName, Preset> = {
  licensebox: {
    columns: {
      customers: { clientId: 'client', email: 'email', name: 'client' },
      licenses: {
        code: 'license_code',
        comments: 'comments',
        createdAt: 'added_on',
        customerId: 'client',
        domains: 'domains',
        email: 'email',
        expirationDays: 'expiry_days',
        expiresAt: 'expiry',
        invoice: 'invoice',
        ips: 'ips',
        isEnvato: 'is_envato',
        isValid: 'validity',
        parallelUses: 'parallel_uses',
        product: 'pid',
        supportUntil: 'supported_till',
        totalUses: 'uses',
        type: 'license_type',
        updatesUntil: 'updates_till',
      },
      products: {
        description: 'pd_details',
        envatoId: 'envato_id',
        isActive: 'pd_status',
        licenseUpdate: 'license_update',
        name: 'pd_name',
        referenceId: 'pd_pid',
        serveLatestUpdates: 'serve_latest_updates',
      },
    },
    marks: ['pd_pid', 'supported_till', 'parallel_uses_left', 'updates_till'],
    zeroIsNoLimit: true,
  },
  laravel: {
    columns: {
      customers: {
        clientId: 'client_id',
        confirmedAt: 'email_verified_at',
        createdAt: 'created_at',
        email: 'email',
        name: 'name',
        passwordHash: 'password',
      },
      licenses: {
        code: 'license_code',
        comments: 'comments',
        createdAt: 'created_at',
        customerId: 'customer_id',
        domains: 'domains',
        email: 'email',
        expirationDays: 'expiry_days',
        expiresAt: 'expires_at',
        invoice: 'invoice',
        ips: 'ips',
        isEnvato: 'is_envato',
        isValid: 'is_valid',
        parallelUses: 'parallel_uses',
        product: 'product_reference_id',
        supportUntil: 'support_until',
        totalUses: 'uses',
        type: 'type',
        updatesUntil: 'updates_until',
      },
      products: {
        createdAt: 'created_at',
        description: 'description',
        envatoId: 'envato_id',
        isActive: 'is_active',
        licenseUpdate: 'license_update',
        name: 'name',
        referenceId: 'reference_id',
        serveLatestUpdates: 'serve_latest_updates',
      },
    },
    marks: ['email_verified_at', 'remember_token', 'product_reference_id'],
    zeroIsNoLimit: true,
  },
}

/** The origin that the columns of a file give away; null for a file of somebody's own. */
export function recognisePreset(headings: readonly string[]): null | PresetName {
  const present = new Set(headings.map((heading) => heading.toLowerCase()))
  return presetNames.find((name) => presets[name].marks.some((mark) => present.has(mark))) ?? null
}
