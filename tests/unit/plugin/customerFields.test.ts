import type { Config, Field } from 'payload'
import { describe, expect, it } from 'vitest'

import { licenseManager } from '../../../plugins/license-manager'
import type { LicenseManagerOptions } from '../../../plugins/license-manager/options'

/** Fields that a host adds to the customers: an account has to be possible without them, as no registration asks for them. */
const build = async (options: LicenseManagerOptions) => licenseManager(options)({} as Config)

const fieldsOf = async (options: LicenseManagerOptions, slug: string) =>
  (await build(options)).collections?.find((each) => each.slug === slug)?.fields ?? []

/** A row with a required field. */
const vatId = (more: { defaultValue?: (() => string) | string } = {}): Field => ({
  type: 'row',
  fields: [{ ...more, name: 'vatId', required: true, type: 'text' }],
})

const requireAvatar = (field: Field): Field =>
  'name' in field && field.name === 'avatar' ? ({ ...field, required: true } as Field) : field

describe('a required field of customers ends the start with what to do', () => {
  it.each<[string, LicenseManagerOptions]>([
    ['added', { fields: { customers: ({ defaultFields }) => [...defaultFields, vatId()] } }],
    [
      'added by a change of the collection, with a default that only code can tell',
      {
        collections: {
          customers: ({ defaultCollection }) => ({
            ...defaultCollection,
            fields: [...defaultCollection.fields, vatId({ defaultValue: () => 'x' })],
          }),
        },
      },
    ],
    [
      'of ours, made required',
      { fields: { customers: ({ defaultFields }) => defaultFields.map(requireAvatar) } },
    ],
  ])('where it is %s', async (_, options) => {
    await expect(build(options)).rejects.toThrow(
      /the field (vatId|avatar) of customers is required, .* Give it a defaultValue/,
    )
  })

  it('unless it has a default, or is of another collection', async () => {
    const options: LicenseManagerOptions = {
      fields: {
        customers: ({ defaultFields }) => [...defaultFields, vatId({ defaultValue: '' })],
        products: ({ defaultFields }) => [...defaultFields, vatId()],
      },
    }
    for (const slug of ['customers', 'products']) {
      expect((await fieldsOf(options, slug)).at(-1)).toMatchObject({ fields: [{ name: 'vatId' }] })
    }
  })
})
