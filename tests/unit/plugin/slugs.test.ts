import type { Config, Field } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { licenseManager } from '../../../plugins/license-manager'
import { setSlugs, slugOf, type Slugs } from '../../../src/slugs/slugOf'

afterEach(() => setSlugs({}))

async function build(slugs: Slugs, host: Partial<Config> = {}): Promise<Config> {
  return licenseManager({ slugs })(host as Config)
}

const collectionOf = ({ collections }: Config, slug: string) =>
  collections?.find((collection) => collection.slug === slug)

/** What fields point to, however deep they are. */
function targetsOf(fields: readonly Field[]): unknown[] {
  return fields.flatMap((field) => {
    if ('tabs' in field) return field.tabs.flatMap((tab) => targetsOf(tab.fields))
    if ('fields' in field) return targetsOf(field.fields)
    if (field.type === 'join') return [field.collection]
    return 'relationTo' in field ? [field.relationTo] : []
  })
}

describe('slugs of the host’s choice', () => {
  const slugs = { activations: 'installations', customers: 'members', settings: 'lm-settings' }

  it('are those of the collections and settings, whose tables keep their names', async () => {
    const config = await build(slugs)
    expect(collectionOf(config, 'members')?.dbName).toBe('customers')
    expect(collectionOf(config, 'customers')).toBeUndefined()
    expect(collectionOf(config, 'licenses')?.dbName).toBeUndefined()
    expect(config.globals?.map(({ dbName, slug }) => [slug, dbName])).toEqual([
      ['lm-settings', 'settings'],
    ])
    expect(slugOf('customers')).toBe('members')
    expect(slugOf('products')).toBe('products')
  })

  it('are what every relationship points to', async () => {
    const { collections = [] } = await build(slugs)
    const targets = collections.flatMap(({ fields }) => targetsOf(fields)).flat()
    expect(targets).toEqual(expect.arrayContaining(['installations', 'licenses', 'members']))
    expect(targets).not.toContain('customers')
    expect(targets).not.toContain('activations')
  })

  it('tell the browser which collection is which', async () => {
    const config = await build(slugs)
    expect(collectionOf(config, 'members')?.admin?.custom).toMatchObject({
      licenseManager: 'customers',
    })
  })

  it.each([
    ['no slug', { customers: 'Our Members' }],
    ['one of Payload’s', { mails: 'payload-mails' }],
    ['one twice', { customers: 'people', products: 'people' }],
    ['one of nothing of the plugin', { people: 'members' } as Slugs],
  ])('must be good ones: %s', async (_, wrong) => {
    await expect(build(wrong)).rejects.toThrow('licenseManager:')
  })

  it('make room for a collection of the host, which needs a table of its own', async () => {
    const own = { fields: [], slug: 'customers' }
    const host = { collections: [own] }
    await expect(build(slugs, host)).rejects.toThrow('dbName of its own')
    const config = await build(slugs, { collections: [{ ...own, dbName: 'shop_customers' }] })
    expect(config.collections?.filter(({ slug }) => slug === 'customers')).toHaveLength(1)
    await expect(build({}, { globals: [{ fields: [], slug: 'settings' }] })).rejects.toThrow(
      'table settings',
    )
  })
})
