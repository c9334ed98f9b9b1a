import type { CollectionConfig } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { nobody } from '../../access/nobody'
import { adminGroup } from '../group'

/**
 * Ed25519 key pairs that sign licence certificates. The newest one that is not retired signs; all public keys are published, so that
 * certificates of a retired key go on holding until the key is deleted.
 */
export const SigningKeys: CollectionConfig = {
  slug: 'signing-keys',
  labels: { plural: 'Signing keys', singular: 'Signing key' },
  access: { create: nobody, delete: isAdmin, read: isAdmin, update: nobody },
  admin: {
    components: { beforeListTable: ['payload-license-manager/client#RotateKey'] },
    defaultColumns: ['keyId', 'createdAt', 'retiredAt'],
    description:
      'They sign license certificates. Deleting one ends every certificate that it signed.',
    group: adminGroup,
    useAsTitle: 'keyId',
  },
  defaultSort: '-createdAt',
  disableDuplicate: true,
  fields: [
    { name: 'keyId', label: 'Key ID', type: 'text', index: true, required: true, unique: true },
    {
      name: 'publicKey',
      label: 'Public key',
      type: 'text',
      admin: { description: 'The raw key in base64url.' },
      required: true,
    },
    {
      name: 'privateKey',
      type: 'text',
      access: { create: nobody, read: nobody, update: nobody },
      admin: { disabled: true },
      hidden: true,
      required: true,
    },
    {
      name: 'retiredAt',
      label: 'Retired at',
      type: 'date',
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
  ],
}
