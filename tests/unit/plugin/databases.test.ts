import { postgresAdapter } from '@payloadcms/db-postgres'
import type { Config } from 'payload'
import { describe, expect, it } from 'vitest'

import { licenseManager } from '../../../plugins/license-manager'
import type { LicenseManagerOptions } from '../../../plugins/license-manager/options'
import { socialLogin } from '../../../plugins/social-login'

/** The configuration of a host, as the plugin leaves it. */
async function build(options: LicenseManagerOptions, host: Partial<Config>): Promise<Config> {
  return licenseManager(options)(host as Config)
}

describe('a database', () => {
  const pool = { connectionString: 'postgres://localhost/none' }

  const idsOf = ({ collections = [] }: Config) =>
    collections.map(({ fields }) => fields.some((field) => 'name' in field && field.name === 'id'))

  it('with numbers as ids keeps them for the host, and the plugin has ids of its own', async () => {
    const db = postgresAdapter({ pool })
    const config = await build({}, { collections: [{ slug: 'orders', fields: [] }], db })
    expect(config.db.defaultIDType).toBe('number')
    expect(idsOf(config)).toEqual(config.collections?.map(({ slug }) => slug !== 'orders'))
  })

  it('with numbers as ids is refused where its own users are the customers, with what to do', async () => {
    const host = {
      collections: [{ slug: 'members', auth: true, dbName: 'customers', fields: [] }],
      db: postgresAdapter({ pool }),
    }
    await expect(build({ customers: { collection: 'members' } }, host)).rejects.toThrow(
      /members.*UUID.*idType: 'uuid'/,
    )
  })

  it('with numbers as ids has no sign-in for accounts that have numbers', async () => {
    const signIn = socialLogin({ accounts: {} as never, collection: 'members', global: 'settings' })
    const members = { slug: 'members', auth: true, fields: [] }
    const host = { collections: [members], db: postgresAdapter({ pool }) } as unknown as Config
    await expect((async () => signIn(host))()).rejects.toThrow(
      /members are numbers.*idType: 'uuid'/,
    )
    const own = { ...members, fields: [{ name: 'id', type: 'text' }] }
    const config = await signIn({ ...host, collections: [own] } as unknown as Config)
    expect(config.collections?.find(({ slug }) => slug === 'identities')?.fields[0]).toMatchObject({
      name: 'id',
    })
  })

  it('of another kind is refused', async () => {
    const db = { ...postgresAdapter({ pool }), name: 'sqlite' }
    await expect(build({}, { db })).rejects.toThrow(/sqlite.*PostgreSQL/)
  })

  it('with UUIDs as ids needs no others', async () => {
    const db = postgresAdapter({ idType: 'uuid', pool })
    expect(idsOf(await build({}, { db }))).not.toContain(true)
  })
})
