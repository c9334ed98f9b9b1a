import { readdirSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { flatten, informalGerman, placeholders, sameTexts } from '../../support/texts'

type Tables = { de: object; en: object }

/** The tables of the admin panel's own components, one file beside each part. */
const folder = path.resolve('src/admin')
const files = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter(
  (file) => path.basename(file) === 'texts.ts' && path.dirname(file) !== 'i18n',
)

const tables: [string, Tables][] = await Promise.all(
  files.sort().map(async (file) => {
    const exported = (await import(path.join(folder, file))) as Record<string, Tables>
    return [file, Object.values(exported)[0] as Tables] as [string, Tables]
  }),
)

describe("the admin panel's texts", () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(3)
  })

  it.each(tables)('%s: German fills in what English does', (_, { de, en }) => {
    const texts = flatten(de)
    for (const [key, text] of flatten(en)) {
      expect(placeholders(texts.get(key) ?? ''), key).toEqual(placeholders(text))
    }
  })

  it.each(tables)('%s: German is not left in English, and formal', (_, { de, en }) => {
    // Single words can be the same in both languages, sentences cannot.
    expect(sameTexts(en, de).filter((text) => text.split(' ').length > 2)).toEqual([])
    expect([...flatten(de).values()].filter((text) => informalGerman.test(text))).toEqual([])
  })
})
