import type { CollectionConfig, Config } from 'payload'
import { describe, expect, it, vi } from 'vitest'

import { captcha } from '../../../plugins/captcha'
import { licenseManager } from '../../../plugins/license-manager'
import { socialLogin } from '../../../plugins/social-login'
import type { CollectionOverrides } from '../../../src/overrides/overrideCollection'

const customers: CollectionConfig = { slug: 'customers', auth: true, fields: [] }
const host = { collections: [customers] } as unknown as Config

const build = {
  captcha: (overrides: CollectionOverrides<string>) =>
    captcha({ global: 'settings', slugs: { 'captcha-challenges': 'riddles' }, ...overrides }),
  licenseManager: (overrides: CollectionOverrides<string>) =>
    licenseManager({ slugs: { mails: 'letters' }, ...overrides }),
  socialLogin: (overrides: CollectionOverrides<string>) =>
    socialLogin({
      accounts: {} as never,
      collection: 'customers',
      global: 'settings',
      slugs: { identities: 'connections' },
      ...overrides,
    }),
}

describe.each([
  ['captcha', 'captcha-challenges', 'riddles'],
  ['licenseManager', 'mails', 'letters'],
  ['socialLogin', 'identities', 'connections'],
  ['socialLogin', 'social-login-states', 'social-login-states'],
] as const)('of %s, %s', (plugin, own, slug) => {
  const found = async (overrides: CollectionOverrides<string>) => {
    const empty = plugin === 'socialLogin' ? host : ({} as Config)
    const { collections = [] } = await build[plugin](overrides)(empty)
    const collection = collections.find((each) => each.slug === slug)
    if (!collection) throw new Error(`There is no collection ${slug}.`)
    return collection
  }

  it('has the access that the host gives it, and ours where it gives none', async () => {
    const read = () => true
    const { access } = await found({ access: { [own]: { read } } })
    const usual = await found({})
    expect(access?.read).toBe(read)
    expect(usual.access?.read).not.toBe(read)
    expect(access?.create).toBe(usual.access?.create)
  })

  it('has further fields, which the change of the whole sees by our name of it', async () => {
    const change = vi.fn(({ defaultCollection }: { defaultCollection: CollectionConfig }) => ({
      ...defaultCollection,
      defaultSort: 'note',
    }))
    const collection = await found({
      collections: { [own]: change },
      fields: {
        [own]: ({ defaultFields }) => [...defaultFields, { name: 'note', type: 'text' }],
      },
    })
    expect(collection.defaultSort).toBe('note')
    expect(collection.fields.at(-1)).toMatchObject({ name: 'note' })
    expect(change.mock.calls[0]?.[0].defaultCollection.slug).toBe(own)
  })

  it('keeps its slug: its table would not be found', async () => {
    const collections = {
      [own]: ({ defaultCollection }: { defaultCollection: CollectionConfig }) => ({
        ...defaultCollection,
        slug: 'other',
      }),
    }
    await expect(found({ collections })).rejects.toThrow(
      `${plugin}: the slug ${own} is changed by the option slugs.`,
    )
  })
})
