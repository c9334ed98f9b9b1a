import type { CollectionConfig, Config, Endpoint } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { licenseManager } from '../../../plugins/license-manager'
import type { LicenseManagerOptions } from '../../../plugins/license-manager/options'
import { portalPath, setPortalBase } from '../../../src/http/portalPath'
import { safeRedirect } from '../../../src/portal/session/redirect'
import { paths } from '../../../src/portal/shell/paths'

afterEach(() => setPortalBase('/customer'))

/** The configuration of a host, as the plugin leaves it. */
async function build(options?: LicenseManagerOptions, host: Partial<Config> = {}): Promise<Config> {
  return licenseManager(options)(host as Config)
}

const collectionOf = ({ collections }: Config, slug: string): CollectionConfig => {
  const found = collections?.find((each) => each.slug === slug)
  if (!found) throw new Error(`There is no collection ${slug}.`)
  return found
}

const endpointsOf = (config: Config, slug: string) =>
  (collectionOf(config, slug).endpoints || []) as Endpoint[]

const pathsOf = (endpoints: Endpoint[] | undefined) => endpoints?.map(({ path }) => path) ?? []

const call = async (endpoints: Endpoint[], path: string) => {
  const endpoint = endpoints.find((each) => each.path === path)
  return endpoint?.handler({} as never)
}

describe('switching parts off', () => {
  it('serves everything unless told otherwise', async () => {
    const config = await build()
    expect(pathsOf(config.endpoints)).toEqual(
      expect.arrayContaining(['/external/:path*', '/portal/activations/:id/deactivate']),
    )
    expect(config.admin?.dashboard?.widgets).toHaveLength(8)
    expect(config.admin?.components?.views).toHaveProperty('imports')
  })

  it('serves no licensing API, and keeps the portal', async () => {
    const { endpoints } = await build({ licensingApi: false })
    expect(pathsOf(endpoints)).not.toContain('/external/:path*')
    expect(pathsOf(endpoints)).not.toContain('/internal/:path*')
    expect(pathsOf(endpoints)).toContain('/portal/activations/:id/deactivate')
  })

  it('tells monitors whether it works also without the licensing API, but not where it is off', async () => {
    const paths = async (options: LicenseManagerOptions) =>
      pathsOf((await build(options)).endpoints)
    expect(await paths({ licensingApi: false })).toContain('/health-check')
    expect(await paths({ enabled: false })).not.toContain('/health-check')
  })

  it.each(['/login', '/register', '/forgot-password', '/reset-password', '/me', '/logout'])(
    "closes %s without a portal, Payload's own behind it as well",
    async (path) => {
      const config = await build({ portal: false })
      await expect(call(endpointsOf(config, 'customers'), path)).rejects.toMatchObject({
        status: 404,
      })
    },
  )

  it('has no calls of a portal without a portal', async () => {
    expect(pathsOf((await build({ portal: false })).endpoints)).not.toContain(
      '/portal/activations/:id/deactivate',
    )
  })

  it('leaves the dashboard as it is', async () => {
    const { admin } = await build({ dashboard: false })
    expect(admin?.dashboard).toBeUndefined()
  })

  it('has neither pages nor endpoints of the import, and keeps its tables', async () => {
    const config = await build({ imports: false })
    expect(config.admin?.components?.views).not.toHaveProperty('imports')
    expect(pathsOf(endpointsOf(config, 'imports'))).toEqual(
      expect.arrayContaining(['/versions', '/versions/:id']),
    )
    expect(endpointsOf(config, 'imports')).toHaveLength(4)
  })
})

describe('collections', () => {
  it("takes a host's list of fields, and then its collection", async () => {
    const config = await build({
      collections: {
        customers: ({ defaultCollection }) => ({
          ...defaultCollection,
          fields: [...defaultCollection.fields, { name: 'second', type: 'text' }],
        }),
      },
      fields: {
        customers: ({ defaultFields }) => [...defaultFields, { name: 'first', type: 'text' }],
      },
    })
    expect(collectionOf(config, 'customers').fields.slice(-2)).toMatchObject([
      { name: 'first' },
      { name: 'second' },
    ])
  })

  it("takes a host's access for the operations that it names, and no other", async () => {
    const read = () => false
    const usual = collectionOf(await build(), 'products').access
    const { access } = collectionOf(await build({ access: { products: { read } } }), 'products')
    expect(access?.read).toBe(read)
    expect(access?.update).toBe(usual?.update)
  })

  it('refuses another slug', async () => {
    const rename = build({
      collections: {
        products: ({ defaultCollection }) => ({ ...defaultCollection, slug: 'goods' }),
      },
    })
    await expect(rename).rejects.toThrow('changed by the option slugs')
  })

  it('adds administrators only where the host has none', async () => {
    const slugs = ({ collections }: Config) => collections?.map(({ slug }) => slug)
    const own = {
      admin: { user: 'staff' },
      collections: [{ auth: true, fields: [], slug: 'staff' }],
    }
    expect(slugs(await build())).toContain('users')
    expect(slugs(await build({}, own))).not.toContain('users')
  })
})

describe("the portal's place", () => {
  it('is what links, redirects and the way back after a login go by', async () => {
    await build({ portal: { basePath: '/shop/account' } })
    expect(paths.login).toBe('/shop/account/login')
    expect(portalPath('/settings')).toBe('/shop/account/settings')
    expect(safeRedirect('/shop/account/settings')).toBe('/shop/account/settings')
    expect(safeRedirect('/customer/settings')).toBe('/shop/account/dashboard')
    expect(safeRedirect('/shop/accounts')).toBe('/shop/account/dashboard')
  })

  it.each([
    'customer',
    '/customer/',
    '/',
    '',
    '//evil.example',
    '/api',
    '/api/portal',
    '/admin/x',
    '/a b',
  ])('cannot be %j', async (basePath) => {
    await expect(build({ portal: { basePath } })).rejects.toThrow('cannot be at')
  })
})

describe("the portal's look", () => {
  it.each([
    { '--primary': 'red;}body{display:none' },
    { '--primary': '</style><script>' },
    { color: 'red' } as never,
  ])('is no way to write other styles: %j', async (theme) => {
    await expect(build({ portal: { theme } })).rejects.toThrow('no CSS variable')
  })

  it.each(['javascript:alert(1)', '//evil.example', 'http://plain.example', '/\\evil.example'])(
    'has no link to %s',
    async (href) => {
      const navLinks = [{ href, label: 'Shop' }]
      await expect(build({ portal: { navLinks } })).rejects.toThrow('neither a path nor')
    },
  )
})
