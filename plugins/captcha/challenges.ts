import type { CollectionConfig } from 'payload'

const nobody = (): boolean => false

/** Ids of math challenges that were tried. A row is written before the answer is looked at, so each id works once. */
export const captchaChallenges: CollectionConfig = {
  slug: 'captcha-challenges',
  access: {
    create: nobody,
    delete: nobody,
    read: nobody,
    readVersions: nobody,
    unlock: nobody,
    update: nobody,
  },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    { name: 'challengeId', type: 'text', index: true, required: true, unique: true },
    { name: 'expiresAt', type: 'date', index: true, required: true },
  ],
}
