import type { CollectionConfig, TextField } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'
import { signFile } from './hooks/signFile'

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
    fields: [
      computed({ name: 'sha256', label: 'SHA-256', type: 'text' }),
      computed({ name: 'signature', label: 'Ed25519 signature', type: 'text' }),
      computed({ name: 'signatureKeyId', label: 'Signed by the key', type: 'text' }),
    ],
    hooks: { beforeChange: [signFile] },
    upload: {
      // Releases are installers, scripts and archives of them. They are only ever handed out as attachments.
      allowRestrictedFileTypes: true,
      crop: false,
      focalPoint: false,
      modifyResponseHeaders: ({ headers }) => {
        headers.set('Content-Disposition', 'attachment')
        headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
        return headers
      },
      staticDir,
    },
  }
}

/** What is made of the file's bytes when it is uploaded. */
function computed(field: TextField): TextField {
  return {
    ...field,
    access: { create: nobody, update: nobody },
    admin: { readOnly: true },
  }
}
