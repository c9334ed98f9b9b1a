import type { Config, Field, GlobalConfig } from 'payload'
import { afterEach, describe, expect, it } from 'vitest'

import { licenseManager } from '../../../plugins/license-manager'
import { placedFields } from '../../../plugins/license-manager/hostCustomers/walk'
import type { LicenseManagerOptions } from '../../../plugins/license-manager/options'
import { setSlugs } from '../../../src/slugs/slugOf'

afterEach(() => setSlugs({}))

/** The settings of a host, as the plugin leaves them. */
async function build(options?: LicenseManagerOptions): Promise<GlobalConfig> {
  const { globals = [] } = await licenseManager(options)({} as Config)
  if (!globals[0]) throw new Error('There are no settings.')
  return globals[0]
}

const namesOf = ({ fields }: GlobalConfig) => placedFields(fields).map(({ field }) => field.name)

/** A list of fields with one changed, wherever it is; null leaves it out. */
function change(fields: Field[], name: string, to: (field: Field) => Field | null): Field[] {
  return fields.flatMap((field): Field[] => {
    if (field.type === 'tabs') {
      const tabs = field.tabs.map((tab) => ({ ...tab, fields: change(tab.fields, name, to) }))
      return [{ ...field, tabs }]
    }
    if (!('name' in field) || field.name !== name) return [field]
    return [to(field)].filter((changed) => changed !== null)
  })
}

const changing = (name: string, to: (field: Field) => Field | null): LicenseManagerOptions => ({
  fields: { settings: ({ defaultFields }) => change(defaultFields, name, to) },
})

describe('the settings', () => {
  it('take a host’s list of fields, and then its changes to the global', async () => {
    const settings = await build({
      fields: {
        settings: ({ defaultFields }) => [...defaultFields, { name: 'first', type: 'text' }],
      },
      settings: ({ defaultGlobal }) => ({
        ...defaultGlobal,
        admin: { group: 'Shop' },
        fields: [...defaultGlobal.fields, { name: 'second', type: 'text' }],
      }),
    })
    expect(namesOf(settings).slice(-2)).toEqual(['first', 'second'])
    expect(settings.admin?.group).toBe('Shop')
  })

  it('take a host’s access for the operations that it names, and no other', async () => {
    const read = () => true
    const usual = (await build()).access
    const { access } = await build({ access: { settings: { read } } })
    expect(access?.read).toBe(read)
    expect(access?.update).toBe(usual?.update)
  })

  it('keep the hooks by which changes are checked and logged, before those of the host', async () => {
    const usual = (await build()).hooks
    const hook = () => undefined
    const { hooks } = await build({
      settings: ({ defaultGlobal }) => ({
        ...defaultGlobal,
        hooks: { beforeChange: [hook], beforeValidate: [hook] },
      }),
    })
    expect(usual?.beforeChange).toHaveLength(1)
    expect(hooks).toEqual({
      beforeChange: [...(usual?.beforeChange ?? []), hook],
      beforeValidate: [...(usual?.beforeValidate ?? []), hook],
    })
  })

  it('point to collections by the slugs of the host', async () => {
    const featured: Field = { name: 'featured', relationTo: 'products', type: 'relationship' }
    const { fields } = await build({
      fields: { settings: ({ defaultFields }) => [...defaultFields, featured] },
      slugs: { products: 'software' },
    })
    expect(fields.at(-1)).toMatchObject({ relationTo: 'software' })
  })

  it.each<[string, Partial<GlobalConfig>]>([
    ['slug', { slug: 'options' }],
    ['table', { dbName: 'options' }],
  ])('refuse another %s', async (_, changes) => {
    const settings = ({ defaultGlobal }: { defaultGlobal: GlobalConfig }) => ({
      ...defaultGlobal,
      ...changes,
    })
    await expect(build({ settings })).rejects.toThrow('changed by the option slugs')
  })

  it.each<[string, LicenseManagerOptions]>([
    ['left out', changing('allowClaiming', () => null)],
    ['of another type', changing('allowClaiming', () => ({ name: 'allowClaiming', type: 'text' }))],
    [
      'one text in the place of a list',
      changing('webhookUrls', () => ({ name: 'webhookUrls', type: 'text' })),
    ],
    [
      'in a group',
      changing('allowClaiming', (field) => ({ name: 'more', fields: [field], type: 'group' })),
    ],
  ])('refuse a field of theirs that is %s', async (_, options) => {
    await expect(build(options)).rejects.toThrow('the settings need their field')
  })

  it('refuse a secret that would be stored as it is', async () => {
    const plain = changing('webhookSecret', () => ({ name: 'webhookSecret', type: 'text' }))
    await expect(build(plain)).rejects.toThrow('needs its hooks')
  })

  it('let a host hide a field, move it to another tab and give it hooks more', async () => {
    const hook = () => undefined
    const options = changing('webhookSecret', (field) => ({
      type: 'row',
      fields: [
        {
          ...field,
          admin: { hidden: true },
          hooks: {
            ...('hooks' in field && field.hooks),
            beforeValidate: [hook],
          },
        } as Field,
      ],
    }))
    expect(namesOf(await build(options)).sort()).toEqual(namesOf(await build()).sort())
    const none = changing('blacklist', () => null)
    expect(namesOf(await build(none))).not.toContain('blacklist')
  })
})
