import { readdirSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, it } from 'vitest'

import { de } from '../../../src/portal/messages/de'
import { en } from '../../../src/portal/messages/en'
import { defaultLanguage, languages } from '../../../src/portal/messages/languages'
import { flatten, informalGerman, placeholders, sameTexts } from '../../support/texts'

const folder = path.resolve('src/portal/messages')

describe('the tables of texts', () => {
  it('are all entered as languages', () => {
    // A language's parts may lie in a folder of its name.
    const files = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => path.basename(name, '.ts'))
    expect(files.filter((file) => file !== 'languages').sort()).toEqual(
      Object.keys(languages).sort(),
    )
    expect(languages[defaultLanguage]).toBe(en)
  })

  it.each(Object.entries(languages))('%s fills in what English does', (_, messages) => {
    const texts = flatten(messages)
    for (const [key, text] of flatten(en)) {
      expect(placeholders(texts.get(key) ?? ''), key).toEqual(placeholders(text))
    }
  })

  it.each(Object.entries(languages))('%s has no empty text', (_, messages) => {
    for (const [key, text] of flatten(messages)) expect(text.trim(), key).not.toBe('')
  })

  it.each(Object.entries(languages))('%s has every text of English and no other', (_, messages) => {
    expect([...flatten(messages).keys()].sort()).toEqual([...flatten(en).keys()].sort())
  })

  it('German is nowhere left in English', () => {
    expect(sameTexts(en, de).filter((text) => !sameInGerman.has(text))).toEqual([])
  })

  it('German addresses customers formally', () => {
    expect([...flatten(de).values()].filter((text) => informalGerman.test(text))).toEqual([])
  })
})

/** Words and names that German has as well. */
const sameInGerman = new Set([
  'Browser',
  'Code',
  'HTML',
  'Installation',
  'License Manager',
  'Name',
  'Passkey',
  'Passkeys',
  'Software',
  'Status',
  'System',
  'Text',
  'minus',
  'plus',
])
