import { describe, expect, it } from 'vitest'

import { importKinds } from '../../../collections/Imports/values'
import { importFields } from '../../../src/imports/mapping/fields'
import { fileErrorText, problemsText } from '../../../src/imports/messages'
import { de } from '../../../src/imports/messages/de'
import { en } from '../../../src/imports/messages/en'
import { flatten, informalGerman, placeholders, sameTexts } from '../../support/texts'

describe('what is said of imports', () => {
  it('names every field that there is', () => {
    const names = importKinds.flatMap((kind) => importFields[kind].map(({ name }) => name))
    expect(Object.keys(en.field)).toEqual(expect.arrayContaining(names))
  })

  it('fills in the same values in German, is translated, and formal', () => {
    const texts = flatten(de)
    for (const [key, text] of flatten(en)) {
      expect(placeholders(texts.get(key) ?? ''), key).toEqual(placeholders(text))
    }
    expect(sameTexts(en, de).filter((text) => text.split(' ').length > 2)).toEqual([])
    expect([...texts.values()].filter((text) => informalGerman.test(text))).toEqual([])
  })

  it('is made of what is kept', () => {
    const error = JSON.stringify({ code: 'cellTooLong', values: { row: 7 } })
    expect(fileErrorText(error, 'en')).toBe('A cell of row 7 holds more than 32,767 characters.')
    expect(fileErrorText(error, 'de')).toBe('Eine Zelle der Zeile 7 hat mehr als 32.767 Zeichen.')
    const problems = [
      { code: 'exists' as const, field: null },
      { code: 'tooLong' as const, field: 'name', values: { max: 200 } },
    ]
    expect(problemsText(problems, 'en')).toBe(
      'It exists already. Name: it is longer than 200 characters.',
    )
  })
})
