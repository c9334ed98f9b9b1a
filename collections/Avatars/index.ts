import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { adminGroup } from '../group'
import { encodeUpload } from './encodeUpload'
import { photoTypes } from './limits'

/** Profile photos of customers. Only administrators reach them here; the portal shows customers their own. */
export function avatars(staticDir: string): CollectionConfig {
  return {
    slug: 'avatars',
    labels: { plural: 'Avatars', singular: 'Avatar' },
    access: { create: isAdmin, delete: isAdmin, read: isAdmin, update: isAdmin },
    admin: { group: adminGroup, hidden: true, useAsTitle: 'filename' },
    disableDuplicate: true,
    fields: [],
    hooks: { beforeOperation: [encodeUpload] },
    upload: {
      crop: false,
      focalPoint: false,
      mimeTypes: photoTypes,
      // The server fetches nothing from addresses that somebody pastes.
      pasteURL: false,
      staticDir,
    },
  }
}
