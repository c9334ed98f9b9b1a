import { describe, expect, it } from 'vitest'

import { importKinds } from '../../../collections/Imports/values'
import { importFields } from '../../../src/imports/mapping/fields'
import { guessMapping } from '../../../src/imports/mapping/guessMapping'
import { parsePlan } from '../../../src/imports/mapping/options'
import { presetNames, presets } from '../../../src/imports/mapping/presets'

/** Columns find their fields by what they are called, in English, in German, and in the tables of others. */
describe('columns are guessed', () => {
  it.each(importKinds)('%s: every field by its own name and by each of its synonyms', (kind) => {
    for (const { name, synonyms } of importFields[kind]) {
      for (const heading of [name, name.toUpperCase(), ` ${name}_`, ...synonyms]) {
        const { mapping } = guessMapping(kind, ['nothing', heading])
        expect(`${heading}: ${Object.keys(mapping).join()}`).toBe(`${heading}: ${name}`)
      }
    }
  })

  it('from German headings', () => {
    const headings = ['Kundennummer', 'Vorname', 'Nachname', 'E-Mail-Adresse', 'Bestätigt am']
    expect(guessMapping('customers', headings)).toEqual({
      mapping: { clientId: 0, confirmedAt: 4, email: 3, firstName: 1, lastName: 2 },
      preset: null,
    })
  })

  it('each once, the first of two that are called the same', () => {
    expect(guessMapping('customers', ['email', 'Email', 'mail']).mapping).toEqual({ email: 0 })
  })

  it('from the tables of LicenseBox', () => {
    const headings =
      'id,pid,license_code,license_type,invoice,is_envato,added_on,client,email,comments,ips,domains,supported_till,updates_till,expiry,expiry_days,uses,uses_left,parallel_uses,parallel_uses_left,validity'.split(
        ',',
      )
    const { mapping, preset } = guessMapping('licenses', headings)
    expect(preset).toBe('licensebox')
    const byField = Object.fromEntries(
      Object.entries(mapping).map(([field, at]) => [field, headings[at]]),
    )
    expect(byField).toEqual(presets.licensebox.columns.licenses)
    expect(guessMapping('customers', headings).mapping).toEqual({ clientId: 7, email: 8, name: 7 })
  })

  it('from the tables of Laravel', () => {
    const headings = [
      'id',
      'name',
      'email',
      'email_verified_at',
      'password',
      'remember_token',
      'created_at',
      'updated_at',
    ]
    expect(guessMapping('customers', headings)).toEqual({
      mapping: { confirmedAt: 3, createdAt: 6, email: 2, name: 1, passwordHash: 4 },
      preset: 'laravel',
    })
  })

  it('by presets that name fields that there are', () => {
    for (const preset of presetNames) {
      for (const kind of importKinds) {
        const known = importFields[kind].map(({ name }) => name)
        expect(known).toEqual(
          expect.arrayContaining(Object.keys(presets[preset].columns[kind] ?? {})),
        )
      }
    }
  })
})

describe('a plan', () => {
  const headings = ['email', 'name']
  const good = { mapping: { email: 0, name: 1 }, mode: 'create' }
  const parse = (input: object, kind: 'customers' | 'licenses' = 'customers') =>
    parsePlan(kind, headings, input as Record<string, unknown>)

  it('has what was ticked and nothing else', () => {
    const options = { invites: true, isAdmin: true, preset: 'toString', trustsHashes: 'yes' }
    expect(parse({ ...good, options, status: 'done' })).toEqual({
      plan: {
        ...good,
        options: {
          invites: true,
          preset: null,
          product: null,
          slashDates: null,
          trustsAddresses: false,
          trustsHashes: false,
        },
      },
    })
  })

  it.each([
    ['a field that there is not', { ...good, mapping: { email: 0, role: 1 } }, 'mapping'],
    ['a column that there is not', { ...good, mapping: { email: 2 } }, 'mapping'],
    ['half a column', { ...good, mapping: { email: 0.5 } }, 'mapping'],
    ['a column before the first', { ...good, mapping: { email: -1 } }, 'mapping'],
    ['a column as text', { ...good, mapping: { email: '0' } }, 'mapping'],
    [
      'a prototype',
      { ...good, mapping: JSON.parse('{"email": 0, "__proto__": 1}') as object },
      'mapping',
    ],
    ['a list', { ...good, mapping: [0] }, 'mapping'],
    ['no mapping', { mode: 'create' }, 'mapping'],
    ['nothing that tells rows apart', { ...good, mapping: { name: 1 } }, 'mappingMissing'],
    ['no mode', { mapping: good.mapping }, 'mode'],
    ['a mode that there is not', { ...good, mode: 'delete' }, 'mode'],
  ])('with %s is refused', (_name, input, error) => {
    expect(parse(input)).toEqual({ error })
  })

  it('with a product that is no id is refused', () => {
    const input = { mapping: { email: 0 }, mode: 'create', options: { product: "' or 1=1" } }
    expect(parse(input, 'licenses')).toEqual({ error: 'product' })
  })
})
