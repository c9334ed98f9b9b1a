import type { CollectionConfig, Config } from 'payload'
import { describe, expect, it } from 'vitest'

import { captcha } from '../../../plugins/captcha'
import { socialLogin } from '../../../plugins/social-login'

const customers: CollectionConfig = { slug: 'customers', auth: true, fields: [] }

type Slugs = Record<string, string>

/** What the plugins make of a host. */
const plugins = {
  captcha: (slugs?: Slugs, host: Partial<Config> = {}) =>
    captcha({ global: 'settings', slugs })(host as Config) as Config,
  socialLogin: (slugs?: Slugs, { collections = [] }: Partial<Config> = {}) =>
    socialLogin({ accounts: {} as never, collection: 'customers', global: 'settings', slugs })({
      collections: [customers, ...collections],
    } as Config) as Config,
}

const tablesOf = ({ collections = [] }: Config) =>
  Object.fromEntries(collections.map(({ dbName, slug }) => [slug, dbName]))

describe('slugs of the host’s choice', () => {
  it('are those of the collections, whose tables keep their names', () => {
    expect(tablesOf(plugins.captcha({ 'captcha-challenges': 'riddles' }))).toEqual({
      riddles: 'captcha_challenges',
    })
    const slugs = { identities: 'connections', 'social-login-states': 'used-states' }
    expect(tablesOf(plugins.socialLogin(slugs))).toEqual({
      connections: 'identities',
      customers: undefined,
      'used-states': 'social_login_states',
    })
  })

  it('are what the account’s page points to', () => {
    const { collections = [] } = plugins.socialLogin({ identities: 'connections' })
    expect(collections[0]?.fields).toMatchObject([{ collection: 'connections', type: 'join' }])
  })

  it('need not be chosen', () => {
    expect(tablesOf(plugins.captcha())).toEqual({ 'captcha-challenges': undefined })
    expect(tablesOf(plugins.socialLogin({ 'social-login-states': 'used-states' }))).toEqual({
      customers: undefined,
      identities: undefined,
      'used-states': 'social_login_states',
    })
  })
})

describe.each([
  ['captcha', 'captcha-challenges'],
  ['socialLogin', 'identities'],
  ['socialLogin', 'social-login-states'],
] as const)('%s refuses for %s', (name, own) => {
  const build = plugins[name]

  it.each(['Our Own', 'own_one', '1st', '', 'payload-own', 'own-', '../own'])(
    'the slug %j',
    (slug) => {
      expect(() => build({ [own]: slug })).toThrow(`${name}: the slug ${slug} must be`)
    },
  )

  it('a collection of the host that would have the same table, whatever ours is called', () => {
    const collection = { slug: own, fields: [] }
    const host = { collections: [collection] }
    expect(() => build({ [own]: 'other' }, host)).toThrow('dbName of its own')
    const apart = { collections: [{ ...collection, dbName: 'host_own' }] }
    expect(tablesOf(build({ [own]: 'other' }, apart))).toMatchObject({ [own]: 'host_own' })
  })
})

describe('refused are', () => {
  it('slugs of what the plugin does not add', () => {
    expect(() => plugins.captcha({ identities: 'x' })).toThrow('captcha: slugs: there is no')
    expect(() => plugins.socialLogin({ customers: 'x' })).toThrow('socialLogin: slugs: there is no')
  })

  it('one slug for two collections', () => {
    const slugs = { identities: 'same', 'social-login-states': 'same' }
    expect(() => plugins.socialLogin(slugs)).toThrow('socialLogin: two collections')
  })
})
