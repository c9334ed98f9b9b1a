import { describe, expect, it } from 'vitest'

import { readRecorded, textOf } from '../../../src/admin/recorded/readRecorded'

describe('what was recorded', () => {
  it('of a change is what it was and is, by names in words', () => {
    expect(
      readRecorded({ parallel_uses: [null, 7], domains: [['a.example'], []], hash: [null, null] }),
    ).toEqual([
      { after: [], before: ['a.example'], isHidden: false, name: 'Domains' },
      { after: null, before: null, isHidden: true, name: 'Hash' },
      { after: 7, before: null, isHidden: false, name: 'Parallel uses' },
    ])
  })

  it('of a mail is what it was told', () => {
    expect(readRecorded({ expiresAt: '2027-01-01', days: 30 })).toEqual([
      { after: 30, name: 'Days' },
      { after: '2027-01-01', name: 'Expires at' },
    ])
  })

  it.each([null, undefined, 'text', 7, [], {}])('of %j is nothing', (value) => {
    expect(readRecorded(value)).toEqual([])
  })

  it.each<[unknown, string]>([
    [null, ''],
    [[], ''],
    [false, 'false'],
    [['*.a.example', 'b.example'], '*.a.example, b.example'],
    [[{ kind: 'number', name: 'seats', value: '5' }], 'kind: number, name: seats, value: 5'],
  ])('%j reads %j', (value, text) => {
    expect(textOf(value)).toBe(text)
  })
})
