import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { adminGroup } from '../group'

/**
 * Files of released versions: archives and SQL scripts. Only administrators reach them here; client software
 * and customers get them through routes that check a licence.
 */
export function releaseFiles(staticDir: string): CollectionConfig {
  return {
    slug: 'release-files',
    labels: { plural: 'Release files', singular: 'Release file' },
    access: { create: isAdmin, delete: isAdmin, read: isAdmin, update: isAdmin },
    admin: {
      defaultColumns: ['filename', 'filesize', 'createdAt'],
      group: adminGroup,
      useAsTitle: 'filename',
    },
    fields: [],
    upload: { crop: false, focalPoint: false, staticDir },
  }
}
