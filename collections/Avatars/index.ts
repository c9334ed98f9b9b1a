import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { adminGroup } from '../group'

/** Profile photos of customers. */
export function avatars(staticDir: string): CollectionConfig {
  return {
    slug: 'avatars',
    labels: { plural: 'Avatars', singular: 'Avatar' },
    access: { create: isAdmin, delete: isAdmin, read: isAdmin, update: isAdmin },
    admin: { group: adminGroup, hidden: true, useAsTitle: 'filename' },
    fields: [],
    upload: {
      crop: false,
      focalPoint: false,
      mimeTypes: ['image/jpeg', 'image/png', 'image/webp'],
      staticDir,
    },
  }
}
