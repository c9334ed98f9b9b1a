import { describe, expect, it } from 'vitest'

import { de } from '../../../src/emails/messages/de'
import { en } from '../../../src/emails/messages/en'
import { mailMessages } from '../../../src/emails/messages/languages'
import { flatten, informalGerman, placeholders, sameTexts } from '../../support/texts'

describe("the tables of the mails' texts", () => {
  it.each(Object.entries(mailMessages))('%s has every text of English and no other', (_, table) => {
    expect([...flatten(table).keys()].sort()).toEqual([...flatten(en).keys()].sort())
  })

  it.each(Object.entries(mailMessages))('%s fills in what English does', (_, table) => {
    const texts = flatten(table)
    for (const [key, text] of flatten(en)) {
      expect(placeholders(texts.get(key) ?? ''), key).toEqual(placeholders(text))
    }
  })

  it('German is nowhere left in English, and formal', () => {
    expect(sameTexts(en, de).filter((text) => text !== 'Browser')).toEqual([])
    expect([...flatten(de).values()].filter((text) => informalGerman.test(text))).toEqual([])
  })
})
