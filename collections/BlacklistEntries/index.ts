import type { CollectionConfig, FieldHook } from 'payload'

import { isAdmin } from '../../access/isAdmin'
import { addressBlock } from '../../src/http/addressBlock'
import { normalizeDomain, normalizeIp } from '../../src/licensing/domains'
import { adminGroup } from '../group'

/**
 * Domains and addresses that the licensing API refuses. Entries made after failed attempts name the connection's
 * address as well, so that a false claim about one's own domain does not shut out the domain's real owner.
 */
export const BlacklistEntries: CollectionConfig = {
  slug: 'blacklist-entries',
  labels: { plural: 'Blacklist', singular: 'Blacklist entry' },
  access: { create: isAdmin, delete: isAdmin, read: isAdmin, update: isAdmin },
  admin: {
    defaultColumns: ['domain', 'ip', 'reason', 'createdAt'],
    group: adminGroup,
    listSearchableFields: ['domain', 'ip', 'reason'],
    useAsTitle: 'reason',
  },
  disableDuplicate: true,
  fields: [
    {
      name: 'domain',
      type: 'text',
      hooks: { beforeValidate: [normalizedBy(normalizeDomain)] },
      admin: { description: 'Refuse calls from this domain.' },
      index: true,
      maxLength: 255,
    },
    {
      name: 'ip',
      label: 'IP address',
      type: 'text',
      hooks: { beforeValidate: [normalizedBy(normalizeAddress)] },
      admin: {
        description:
          'Refuse calls over connections from this address, or this block of IPv6 such as 2001:db8::/64. With a domain: only those of that domain.',
      },
      index: true,
      maxLength: 64,
      validate: (
        value: string | null | undefined,
        { siblingData }: { siblingData: { domain?: string | null } },
      ) =>
        Boolean(value) || Boolean(siblingData.domain) || 'Enter a domain, an IP address, or both.',
    },
    { name: 'reason', type: 'text', defaultValue: 'Added by hand', maxLength: 500, required: true },
  ],
}

/** An address, or the block of an IPv6 address as calls are counted under it. */
function normalizeAddress(text: string): null | string {
  const ip = normalizeIp(/^(.*)\/64$/.exec(text.trim())?.[1] ?? text)
  return ip?.includes(':') && text.trim().endsWith('/64') ? addressBlock(ip) : ip
}

/** Stores what was typed in the form that calls are compared in. */
function normalizedBy(normalize: (text: string) => null | string): FieldHook {
  return ({ value }): unknown =>
    typeof value === 'string' ? (normalize(value) ?? value.trim()) || null : value
}
