import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { Marked } from '../../../src/admin/search/Marked'
import { toGroups } from '../../../src/admin/search/toGroups'
import { canBeFound, parseTerm, patternOf } from '../../../src/search/parseTerm'

describe('a term', () => {
  it.each([
    ['ab', 'ab%'],
    ['  ab ', 'ab%'],
    ['abc', '%abc%'],
    ['50%', '%50\\%%'],
    ['a_b\\c', '%a\\_b\\\\c%'],
    ['a\0b', '%a b%'],
  ])('%j is looked for as %j', (text, pattern) => {
    const term = parseTerm(text)
    expect(term && patternOf(term)).toBe(pattern)
  })

  it.each([null, undefined, 7, ['ab', 'cd'], {}, '', ' a ', '😀', 'a'.repeat(256)])(
    '%j is none',
    (value) => {
      expect(parseTerm(value)).toBeNull()
    },
  )
})

describe('a term is looked for only where letters or digits in a row let an index find it:', () => {
  const isLookedFor = (text: string) => {
    const term = parseTerm(text)
    return term !== null && canBeFound(term)
  }

  it.each(['abc', '4711', '-abc-', 'éàü', '王伟明', 'ab', 'a%', '00%', '@ab', 'Jo Li', 'a-b-cd'])(
    '%s is',
    (text) => {
      expect(isLookedFor(text)).toBe(true)
    },
  )

  it.each(['%%', '--', '%%%', '___', '😀😀😀', 'a-b', 'a b c', '-a-', '. . .'])(
    '%s is not',
    (text) => {
      expect(isLookedFor(text)).toBe(false)
    },
  )
})

describe('what was found', () => {
  const nothing = { hasMore: false, hits: [], isCutOff: false }

  it('leads to its page, and to the list of all where there are more', () => {
    const result = {
      activations: nothing,
      customers: nothing,
      licenses: {
        hasMore: true,
        hits: [{ code: 'AB-12', email: null, id: '1', invoice: 'INV-1' }],
        isCutOff: false,
      },
    }
    expect(
      toGroups(result, 'a&b', 'de', (slug, rest) => `/admin/collections/${slug}${rest}`),
    ).toEqual([
      {
        label: 'Lizenzen',
        name: 'licenses',
        options: [
          {
            details: ['Rechnung INV-1'],
            href: '/admin/collections/licenses/1',
            id: 'search-licenses-1',
            title: 'AB-12',
          },
          {
            details: [],
            href: '/admin/collections/licenses?search=a%26b',
            id: 'search-licenses-all',
            title: 'Alle Lizenzen mit „a&b“ anzeigen',
          },
        ],
      },
    ])
  })
})

describe('the term in a result is marked', () => {
  it.each([
    ['Grace Hopper', 'hop', 'Grace <mark>Hop</mark>per'],
    ['<b>', 'b', '&lt;<mark>b</mark>&gt;'],
    ['nothing', 'xyz', 'nothing'],
    ['İstanbul', 'stan', 'İstanbul'],
  ])('%s', (text, term, html) => {
    expect(renderToStaticMarkup(Marked({ term, text }) as React.ReactElement)).toBe(html)
  })
})
