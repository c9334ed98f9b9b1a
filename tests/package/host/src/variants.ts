import { captcha, socialAccounts, socialLogin } from 'payload-license-manager'
import type { LicenseManagerOptions, PortalOptions } from 'payload-license-manager/types'
import type { CollectionConfig, Plugin } from 'payload'

/** What the host is with other options than its usual ones. */
type Variant = {
  collections?: CollectionConfig[]
  /** As Payload's template leaves it, ids are numbers. */
  idType?: 'uuid'
  /** What the portal's options are beside the usual ones. */
  portal?: PortalOptions
  /** The folder of its migrations, where its tables are others. */
  migrations?: string
  options?: LicenseManagerOptions
  plugins?: () => Plugin[]
}

const members: CollectionConfig = {
  slug: 'members',
  access: { create: () => false },
  auth: true,
  dbName: 'customers',
  fields: [
    { name: 'company', type: 'text' },
    { name: 'tier', type: 'text', defaultValue: 'basic', required: true },
    {
      name: 'rating',
      type: 'text',
      access: { read: ({ req }) => req.user?.collection === 'staff' },
    },
  ],
}

const variants: Record<string, Variant> = {
  /** No portal, and nothing is called what the plugin calls it. */
  bare: {
    options: {
      portal: false,
      slugs: {
        activations: 'installations',
        'api-keys': 'access-keys',
        customers: 'buyers',
        imports: 'uploads',
        licenses: 'subscriptions',
        'login-events': 'sign-ins',
        mails: 'letters',
        products: 'software',
        settings: 'shop-settings',
        versions: 'releases',
      },
    },
  },
  disabled: { options: { enabled: false } },
  /** A collection of the host's own are the customers, behind two proxies, with a folder of its own, sign-in at GitHub and a CAPTCHA. */
  members: {
    collections: [members],
    idType: 'uuid',
    migrations: 'src/migrations-members',
    options: {
      customers: { collection: 'members' },
      fields: {},
      trustedProxies: 2,
      uploadDir: process.env.HOST_UPLOADS,
    },
    plugins: () => [
      captcha({ global: 'settings', tab: 'Security' }),
      socialLogin({ accounts: socialAccounts, collection: 'members', global: 'settings' }),
    ],
  },
  reduced: { options: { dashboard: false, imports: false, licensingApi: false } },
  usual: {},
  /** The portal is in the host's layout, which has a `<main>` and a header that stays at the top. */
  within: {
    portal: { hasMain: false, theme: { '--portal-top': '4rem', '--primary': 'rebeccapurple' } },
  },
}

/** The variant that the environment names. */
export const variant: Variant = variants[process.env.HOST_VARIANT ?? 'usual'] ?? {}
