import type { CollectionConfig, Config, Endpoint } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { licenseManager } from '../../../plugins/license-manager'
import { floorAccess } from '../../../plugins/license-manager/hostCustomers/fieldAccess'
import { setSlugs, slugOf } from '../../../src/slugs/slugOf'
import { build, members, requestOf } from './support/host'

afterEach(() => setSlugs({}))

async function merged(host: Partial<CollectionConfig> = {}): Promise<CollectionConfig> {
  const found = (await build(host)).collections?.filter(({ slug }) => slug === 'members') ?? []
  expect(found).toHaveLength(1)
  return found[0] as CollectionConfig
}

async function ownCustomers(): Promise<CollectionConfig> {
  const { collections = [] } = await licenseManager()({} as Config)
  setSlugs({ customers: 'members' })
  return collections.find(({ slug }) => slug === 'customers') as CollectionConfig
}

type Named = Record<string, unknown> & { name?: string }

const fieldOf = ({ fields }: CollectionConfig, name: string) =>
  (fields as Named[]).find((field) => field.name === name)

describe('a collection of the host as customers', () => {
  it('has the fields of both, and there is no other collection of customers', async () => {
    const { collections } = await build()
    expect(collections?.map(({ slug }) => slug)).not.toContain('customers')
    const collection = await merged()
    const own = await ownCustomers()
    const names = (collection.fields as Named[]).map(({ name }) => name)
    expect(names[0]).toBe('company')
    expect(names).toEqual(expect.arrayContaining((own.fields as Named[]).map(({ name }) => name)))
    expect(collection.dbName).toBe('customers')
    expect(collection.admin?.custom).toMatchObject({ licenseManager: 'customers' })
    expect(slugOf('customers')).toBe('members')
  })

  it('may be of the slug customers', async () => {
    const { collections = [] } = await build(
      {},
      { collections: [members({ dbName: undefined, slug: 'customers' })] },
      { customers: { collection: 'customers' } },
    )
    const found = collections.filter(({ slug }) => slug === 'customers')
    expect(found).toHaveLength(1)
    expect(fieldOf(found[0] as CollectionConfig, 'company')).toBeDefined()
    expect(fieldOf(found[0] as CollectionConfig, 'clientId')).toBeDefined()
  })

  it('keeps how it looks in the admin panel, and gets the rest', async () => {
    const { admin, labels } = await merged({
      admin: {
        components: {
          beforeListTable: ['/Mine#Mine'],
          views: { edit: { points: { Component: '/Mine#Points', path: '/p' } } },
        },
        defaultColumns: ['company'],
      },
      labels: { plural: 'Members', singular: 'Member' },
    })
    expect(admin?.defaultColumns).toEqual(['company'])
    expect(admin?.useAsTitle).toBe('email')
    expect(labels).toEqual({ plural: 'Members', singular: 'Member' })
    expect(admin?.components?.beforeListTable).toEqual([
      'payload-license-manager/client#CustomerListTools',
      '/Mine#Mine',
    ])
    expect(Object.keys(admin?.components?.views?.edit ?? {})).toEqual(
      expect.arrayContaining(['licenses', 'points']),
    )
  })

  it('runs its hooks before ours where something is stored, and after ours where it was', async () => {
    const mine = () => undefined
    const own = await ownCustomers()
    const { hooks } = await merged({
      hooks: { afterChange: [mine], beforeChange: [mine], beforeOperation: [mine] },
    })
    expect(hooks?.beforeChange).toEqual([mine, ...(own.hooks?.beforeChange ?? [])])
    expect(hooks?.afterChange).toEqual([...(own.hooks?.afterChange ?? []), mine])
    expect(hooks?.beforeOperation?.at(-1)).toBe(mine)
    expect(hooks?.beforeDelete).toEqual(own.hooks?.beforeDelete)
  })

  it('has ours where it names no access, but who enters the admin panel is never its to say', async () => {
    const own = await ownCustomers()
    const read = () => true
    const { access } = await merged({ access: { admin: () => true, read } })
    expect(access).toMatchObject({
      create: own.access?.create,
      delete: own.access?.delete,
      read,
      update: own.access?.update,
    })
    expect(await access?.admin?.({ req: requestOf('members') })).toBe(false)
    expect(await access?.admin?.({ req: requestOf('staff') })).toBe(true)
  })

  it('has our endpoints first, as Payload’s own login must not be reached', async () => {
    const points: Endpoint = { handler: () => new Response(), method: 'get', path: '/:id/points' }
    const endpoints = (await merged({ endpoints: [points] })).endpoints as Endpoint[]
    const paths = endpoints.map(({ path }) => path)
    expect(paths.indexOf('/login')).toBeLessThan(paths.indexOf('/:id/points'))
    await expect(
      build({ endpoints: [{ ...points, method: 'post', path: '/login' }] }),
    ).rejects.toThrow('POST /login')
  })

  it('has the auth options of both, and lets no strategy sign a disabled account in', async () => {
    const user = { collection: 'members', disabledAt: '2026-01-01', id: '1' }
    const strategy = { authenticate: () => ({ user }) as never, name: 'sso' }
    const { auth } = await merged({ auth: { strategies: [strategy], tokenExpiration: 60 } })
    if (typeof auth !== 'object') throw new Error('There are no auth options.')
    expect(auth).toMatchObject({ maxLoginAttempts: 10, tokenExpiration: 60, useSessions: true })
    expect(auth.strategies?.map(({ name }) => name)).toEqual(['portal-session', 'sso'])
    expect(await auth.strategies?.[1]?.authenticate({} as never)).toEqual({ user: null })
  })
})

describe('a field of the name of one of ours', () => {
  it('is the host’s, with what the database and the rules need', async () => {
    const mine = () => undefined
    const collection = await merged({
      fields: [
        {
          type: 'tabs',
          tabs: [
            {
              fields: [
                {
                  name: 'name',
                  type: 'text',
                  hooks: { beforeChange: [mine] },
                  label: 'Full name',
                  maxLength: 20,
                },
              ],
              label: 'You',
            },
          ],
        },
        { name: 'clientId', type: 'text', access: { update: () => true }, unique: false },
      ],
    })
    const tabs = collection.fields[0] as { tabs: { fields: Named[] }[] }
    expect(tabs.tabs[0]?.fields[0]).toMatchObject({
      hooks: { beforeChange: [mine] },
      label: 'Full name',
      maxLength: 200,
      required: true,
    })
    expect(fieldOf(collection, 'name')).toBeUndefined()
    const clientId = fieldOf(collection, 'clientId') as Named & {
      access: { update: (args: unknown) => Promise<boolean> }
    }
    expect(clientId.unique).toBe(true)
    expect(await clientId.access.update({ req: requestOf('members') })).toBe(false)
    expect(await clientId.access.update({ req: requestOf('staff') })).toBe(true)
  })
})

describe('the floor below a host’s access', () => {
  const ask = async (
    operation: 'create' | 'read' | 'update',
    name: string,
    own: Parameters<typeof floorAccess>[1] = {},
    host: Parameters<typeof floorAccess>[2] = {},
  ) => {
    setSlugs({ customers: 'members' })
    const args = { doc: { id: 'other' }, id: 'other', req: requestOf('members') }
    return floorAccess(name, own, host)[operation]?.(args)
  }

  it('keeps a customer from reading another’s, the name aside', async () => {
    const host = { read: () => true }
    expect(await ask('read', 'email', {}, host)).toBe(false)
    expect(await ask('read', 'totpEnabledAt', {}, host)).toBe(false)
    expect(await ask('read', 'name', {}, host)).toBe(true)
    expect(await ask('read', 'name', {}, { read: () => false })).toBe(false)
  })

  it('keeps customers from writing ours', async () => {
    const host = { create: () => true, update: () => true }
    for (const name of ['avatar', 'email', 'name', 'language']) {
      expect([name, await ask('update', name, {}, host)]).toEqual([name, false])
    }
    expect(await ask('create', 'avatar', {}, host)).toBe(false)
    expect(await ask('create', 'email', {}, host)).toBe(true)
    expect(await ask('create', 'clientId', { create: () => false }, host)).toBe(false)
  })
})
