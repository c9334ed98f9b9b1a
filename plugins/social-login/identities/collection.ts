import type { Access, CollectionConfig, CollectionSlug, JoinField } from 'payload'

const nobody = (): boolean => false

/** Whoever may enter the admin panel. The collection is compared, never the id alone: accounts are users as well. */
const isAdmin: Access = ({ req }) => req.user?.collection === req.payload.config.admin.user

/**
 * The identities of an account, on its page. Only administrators read them.
 *
 * @param identities the slug of their collection
 */
export function identitiesField(identities: string): JoinField {
  return {
    name: 'identities',
    label: { de: 'Verbundene Konten', en: 'Connected accounts' },
    type: 'join',
    access: { read: ({ req }) => req.user?.collection === req.payload.config.admin.user },
    admin: { allowCreate: false, defaultColumns: ['provider', 'email', 'lastUsedAt', 'createdAt'] },
    collection: identities as CollectionSlug,
    on: 'account',
  }
}

/**
 * With which accounts of which providers people sign in. The provider and its id of the account are unique together; the e-mail address
 * is only what the provider told last.
 */
export function identitiesCollection(
  accounts: string,
  group: string | undefined,
): CollectionConfig {
  return {
    slug: 'identities',
    labels: {
      plural: { de: 'Verbundene Konten', en: 'Connected accounts' },
      singular: { de: 'Verbundenes Konto', en: 'Connected account' },
    },
    access: {
      create: nobody,
      delete: isAdmin,
      read: isAdmin,
      readVersions: nobody,
      unlock: nobody,
      update: nobody,
    },
    admin: {
      defaultColumns: ['account', 'provider', 'email', 'lastUsedAt', 'createdAt'],
      description: {
        de: 'Konten bei anderen Anbietern, mit denen Kunden sich anmelden.',
        en: 'Accounts at other providers that customers sign in with.',
      },
      group,
      listSearchableFields: ['email', 'name', 'subject'],
      useAsTitle: 'email',
    },
    defaultSort: '-createdAt',
    disableDuplicate: true,
    indexes: [{ fields: ['provider', 'subject'], unique: true }],
    fields: [
      {
        name: 'account',
        label: { de: 'Konto', en: 'Account' },
        type: 'relationship',
        index: true,
        relationTo: accounts as CollectionSlug,
        required: true,
      },
      {
        name: 'provider',
        label: { de: 'Anbieter', en: 'Provider' },
        type: 'text',
        index: true,
        required: true,
      },
      {
        name: 'subject',
        label: { de: 'ID beim Anbieter', en: 'ID at the provider' },
        type: 'text',
        required: true,
      },
      {
        name: 'email',
        label: { de: 'E-Mail-Adresse beim Anbieter', en: 'E-mail address at the provider' },
        type: 'text',
      },
      {
        name: 'name',
        label: { de: 'Name beim Anbieter', en: 'Name at the provider' },
        type: 'text',
      },
      {
        name: 'lastUsedAt',
        label: { de: 'Zuletzt verwendet', en: 'Last used' },
        type: 'date',
        admin: { date: { pickerAppearance: 'dayAndTime' } },
      },
    ],
  }
}
