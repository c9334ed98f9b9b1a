import type { CollectionConfig, Field } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { licenseManager } from '../../../plugins/license-manager'
import { setSlugs } from '../../../src/slugs/slugOf'
import { build, members } from './support/host'

/** Collections of a host that the plugin does not take for its customers, and says what to do. */
afterEach(() => setSlugs({}))

describe('a field is refused', () => {
  it.each<[string, Field, string]>([
    ['of another type', { name: 'state', type: 'text' }, 'Rename your field state'],
    [
      'to another collection',
      { name: 'avatar', type: 'upload', relationTo: 'media' as 'avatars' },
      'avatar',
    ],
    ['localized', { name: 'name', type: 'text', localized: true }, 'stored otherwise'],
    ['without our options', { name: 'language', type: 'select', options: ['en'] }, 'options de'],
    ['whose column is one of ours', { name: 'client_id', type: 'text' }, 'column client_id'],
    [
      'in a group whose column is one of ours',
      { name: 'pending', type: 'group', fields: [{ name: 'email', type: 'email' }] },
      'column pending_email',
    ],
    ['that is an id', { name: 'id', type: 'text' }, 'UUIDs'],
  ])('where it is %s', async (_, field, message) => {
    await expect(build({ fields: [field] })).rejects.toThrow(message)
  })

  it('where it is required and no registration could fill it', async () => {
    const required = { name: 'vatId', required: true, type: 'text' } as const
    await expect(build({ fields: [required] })).rejects.toThrow('vatId is required')
    await expect(build({ fields: [{ ...required, defaultValue: () => 'x' }] })).rejects.toThrow(
      'vatId is required',
    )
    const group: Field = { name: 'tax', type: 'group', fields: [required] }
    await expect(build({ fields: [group] })).rejects.toThrow('vatId is required')
    await build({ fields: [{ ...required, defaultValue: '' }] })
  })
})

describe('a collection is refused', () => {
  it('where its users are administrators', async () => {
    await expect(build({}, { admin: { user: 'members' } })).rejects.toThrow(
      'Name another collection as admin.user',
    )
    const users = { collections: [members({ slug: 'users' })] }
    const options = { customers: { collection: 'users' } }
    await expect(build({}, { ...users, admin: {} }, options)).rejects.toThrow('admin.user')
  })

  it('where it is in another table', async () => {
    await expect(build({ dbName: undefined })).rejects.toThrow("dbName: 'customers'")
  })

  it('where there is none, or two are named', async () => {
    await expect(build({}, { collections: [] })).rejects.toThrow('no collection members')
    expect(() =>
      licenseManager({ customers: { collection: 'members' }, slugs: { customers: 'people' } }),
    ).toThrow('two collections')
  })

  it('where an option says what the collection should', async () => {
    const access = { customers: { read: () => true } }
    await expect(build({}, {}, { access })).rejects.toThrow('access.customers')
  })

  it.each<[string, Partial<CollectionConfig>]>([
    ['has no auth', { auth: false }],
    ['disableDuplicate', { disableDuplicate: false }],
    ['endpoints', { endpoints: false }],
    ['timestamps', { timestamps: false }],
    ['trash', { trash: true }],
    ['upload', { upload: true }],
    ['versions', { versions: true }],
    ['disableLocalStrategy', { auth: { disableLocalStrategy: true } }],
    ['loginWithUsername', { auth: { loginWithUsername: true } }],
    ['maxLoginAttempts', { auth: { maxLoginAttempts: 0 } }],
    ['useAPIKey', { auth: { useAPIKey: true } }],
    ['useSessions', { auth: { useSessions: false } }],
    ['auth.verify', { auth: { verify: true } }],
  ])('for %s', async (word, own) => {
    await expect(build(own)).rejects.toThrow(word)
    await expect(build(own)).rejects.toThrow('the collection members cannot be the customers')
  })
})
