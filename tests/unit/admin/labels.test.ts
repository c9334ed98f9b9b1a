import type { Field, SanitizedConfig, Tab } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { Licenses } from '../../../collections/Licenses'
import { german } from '../../../plugins/license-manager/labels/german'
import { translateLabels } from '../../../plugins/license-manager/labels/translateLabels'

/** The admin panel speaks German as a whole, also of what was added last. */
let config: SanitizedConfig

beforeAll(async () => {
  // Loaded only, never connected to.
  process.env.DATABASE_URL ??= 'postgres://nobody@127.0.0.1:1/nothing'
  process.env.PAYLOAD_SECRET ??= 'a secret of the test'
  config = await (await import('../../../payload.config')).default
})

describe('labels, descriptions and options', () => {
  it('that the admin panel shows have a German text', () => {
    const shown = [...config.collections, ...config.globals].filter(
      ({ admin }) => admin.hidden !== true,
    )
    expect(shown.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['customers', 'licenses', 'settings']),
    )
    const missing = shown.flatMap((entity) => [
      ...untranslated(entity.slug, [
        entity.admin.description,
        'label' in entity ? entity.label : [entity.labels.plural, entity.labels.singular],
      ]),
      ...entity.fields.flatMap((field) => missingIn(entity.slug, field)),
    ])
    // To be added to plugins/license-manager/labels/german.
    expect(missing).toEqual([])
  })

  it('stay in English as they were', () => {
    const { fields, labels } = translateLabels(Licenses)
    expect(labels).toEqual({
      plural: { de: 'Lizenzen', en: 'Licenses' },
      singular: { de: 'Lizenz', en: 'License' },
    })
    const type = fields.find((field) => 'name' in field && field.name === 'type')
    expect(type).toMatchObject({
      label: { de: 'Art', en: 'Type' },
      options: expect.arrayContaining([
        { label: { de: 'Unbefristet', en: 'Perpetual' }, value: 'perpetual' },
      ]) as unknown,
    })
    expect(Licenses.labels).toEqual({ plural: 'Licenses', singular: 'License' })
  })

  it('keep the text of the host where the dictionary has none', () => {
    const { fields } = translateLabels({
      slug: 'host',
      fields: [
        { label: 'Of the host', name: 'a', type: 'text' },
        { label: false, name: 'b', type: 'text' },
        { label: () => 'x', name: 'c', type: 'text' },
        { name: 'd', options: ['someValue'], type: 'select' },
      ],
    })
    expect(fields).toMatchObject([
      { label: 'Of the host' },
      { label: false },
      { label: expect.any(Function) as unknown },
      { options: [{ label: 'Some Value', value: 'someValue' }] },
    ])
  })

  it('are no English in German', () => {
    const same = Object.entries(german).filter(([en, de]) => en === de)
    expect(same.map(([text]) => text).filter((text) => !sameInGerman.has(text))).toEqual([])
  })
})

/** Words and names that German has as well. */
const sameInGerman = new Set([
  'API',
  'Deutsch',
  'Domain',
  'Domains',
  'Downloads',
  'Logo',
  'Mail',
  'Mails',
  'Markdown.',
  'Name',
  'Passkey',
  'SHA-256',
  'Status',
  'System',
  'Text',
  'URL',
  'Version',
  'Webhooks',
])

type Parts = {
  admin?: { description?: unknown; disabled?: unknown; hidden?: unknown; placeholder?: unknown }
  fields?: Field[]
  hidden?: boolean
  label?: unknown
  labels?: { plural?: unknown; singular?: unknown }
  name?: string
  options?: unknown[]
  tabs?: Tab[]
  type?: string
}

function missingIn(place: string, field: Field | Tab): string[] {
  const { admin, fields, hidden, label, labels, name, options, tabs, type } = field as Parts
  if (hidden || admin?.hidden || admin?.disabled) return []
  const here = `${place}.${name ?? type ?? 'tab'}`
  const texts = [label, admin?.description, admin?.placeholder, labels?.plural, labels?.singular]
  const ofOptions = (options ?? []).map((option) =>
    typeof option === 'string' ? option : (option as { label: unknown }).label,
  )
  return [
    ...untranslated(here, [...texts, ...ofOptions]),
    ...[...(fields ?? []), ...(tabs ?? [])].flatMap((part) => missingIn(here, part)),
  ]
}

/** Functions look their text up in Payload's own translations. */
function untranslated(place: string, texts: unknown[]): string[] {
  return texts
    .flat()
    .filter((text) => typeof text === 'string' || (isTable(text) && !text.de))
    .map((text) => `${place}: ${JSON.stringify(text)}`)
}

function isTable(text: unknown): text is Record<string, string> {
  return typeof text === 'object' && text !== null
}
