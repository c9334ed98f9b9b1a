import { describe, expect, it } from 'vitest'

import { parseBcrypt } from '../../../src/imports/rows/bcrypt'
import { parseBoolean, parseLimit, parseList, parseMoment } from '../../../src/imports/rows/parse'
import { fromMessage, toMessage } from '../../../src/imports/rows/problems'
import { readRow } from '../../../src/imports/rows/readRow'

/** What stands in cells becomes values, or a reason why not. */
describe('dates', () => {
  it.each([
    ['2027-01-31', '2027-01-31T23:59:59.999Z'],
    ['2027-01-31 00:00:00', '2027-01-31T00:00:00.000Z'],
    ['2027-01-31T10:20:30.123456Z', '2027-01-31T10:20:30.123Z'],
    ['2027-01-31T10:20+02:00', '2027-01-31T08:20:00.000Z'],
    ['2027-01-31 10:20:30 +0200', '2027-01-31T08:20:30.000Z'],
    ['31.01.2027', '2027-01-31T23:59:59.999Z'],
    ['1.2.2027 10:00', '2027-02-01T10:00:00.000Z'],
    ['2028-02-29', '2028-02-29T23:59:59.999Z'],
    ['0000-00-00 00:00:00', null],
  ])('%s ends at %s', (text, value) => {
    expect(parseMoment(text, { isEnd: true, slashDates: null })).toEqual({ value })
  })

  it('begin with their day where they are no end', () => {
    const parsed = parseMoment('2027-01-31', { isEnd: false, slashDates: null })
    expect(parsed).toEqual({ value: '2027-01-31T00:00:00.000Z' })
  })

  it('with slashes are meant as the administrator says, or refused', () => {
    const parse = (slashDates: 'dayFirst' | 'monthFirst' | null) =>
      parseMoment('02/03/2027', { isEnd: false, slashDates })
    expect(parse(null)).toEqual({ error: 'dateAmbiguous' })
    expect(parse('dayFirst')).toEqual({ value: '2027-03-02T00:00:00.000Z' })
    expect(parse('monthFirst')).toEqual({ value: '2027-02-03T00:00:00.000Z' })
  })

  it.each([
    '2027-02-30',
    '31.02.2027',
    '2027-13-01',
    '1969-12-31',
    '2027',
    'soon',
    '46053',
    '2027-01-31T25:00',
    `2027-01-31${' '.repeat(100_000)}x`,
    '12027-01-01',
  ])('%j are none', (text) => {
    expect(parseMoment(text, { isEnd: true, slashDates: 'dayFirst' })).toEqual({ error: 'date' })
  })
})

describe('limits', () => {
  it.each([
    ['1', { value: 1 }],
    ['1000000', { value: 1_000_000 }],
    ['5.0', { value: 5 }],
    ['0', { error: 'number' }],
    ['-1', { error: 'number' }],
    ['1.5', { error: 'number' }],
    ['1e3', { error: 'number' }],
    ['0x10', { error: 'number' }],
    ['1000001', { error: 'number' }],
    ['∞', { error: 'number' }],
  ])('%s', (text, expected) => {
    expect(parseLimit(text, false)).toEqual(expected)
  })

  it('of 0 are none where the file comes from a system that means it so', () => {
    expect(parseLimit('0', true)).toEqual({ value: null })
  })
})

it.each([
  ['1', true],
  ['TRUE', true],
  ['Ja', true],
  ['0', false],
  ['no', false],
  ['gesperrt', false],
])('%s is %s', (text, value) => {
  expect(parseBoolean(text)).toEqual({ value })
})

it.each(['2', 'maybe', '-1', 'null'])('%s is no truth value', (text) => {
  expect(parseBoolean(text)).toEqual({ error: 'boolean' })
})

it.each([
  [
    'a.example, *.B.example;c.example\nd.example',
    ['a.example', '*.b.example', 'c.example', 'd.example'],
  ],
  ['["a.example","a.example"]', ['a.example']],
  ['[{"value":"10.0.0.*"}]', ['10.0.0.*']],
  ['[]', []],
])('the list %j', (text, value) => {
  expect(parseList(text)).toEqual({ value })
})

it.each([
  '[1',
  `${'x'.repeat(256)}`,
  Array.from({ length: 101 }, (_, index) => `${index}`).join(','),
])('a list that is none, or too long', (text) => {
  expect(parseList(text)).toEqual({ error: 'listTooLong' })
})

const tail = 'N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy'

it.each([
  [`$2y$10$${tail}`, 'value'],
  [`$2b$12$${tail}`, 'value'],
  [`$2a$04$${tail}`, 'value'],
  [`$2y$13$${tail}`, 'bcryptCost'],
  [`$2y$31$${tail}`, 'bcryptCost'],
  [`$2y$99$${tail}`, 'bcryptCost'],
  [`$2y$00$${tail}`, 'bcryptForm'],
  [`$2x$10$${tail}`, 'bcryptForm'],
  [`$2y$10$${tail}x`, 'bcryptForm'],
  [`$2y$10$${tail.slice(1)}`, 'bcryptForm'],
  ['5f4dcc3b5aa765d61d8327deb882cf99', 'bcryptForm'],
  ['password', 'bcryptForm'],
])('the hash %s: %s', (text, expected) => {
  const parsed = parseBcrypt(text)
  expect('value' in parsed ? 'value' : parsed.error).toBe(expected)
})

describe('a row of licences', () => {
  const options = {
    invites: false,
    preset: null,
    product: null,
    slashDates: null,
    trustsAddresses: false,
    trustsHashes: false,
  }
  const mapping = { code: 0, comments: 4, parallelUses: 2, product: 1, type: 3 }
  const readLicense = (cells: string[]) => readRow('licenses', cells, { mapping, options }, 5)

  it('is read', () => {
    const { problems, values } = readLicense([' CODE ', 'Ledger', '3', 'Trial', ''])
    expect(problems).toEqual([])
    expect(values).toMatchObject({
      code: 'CODE',
      parallelUses: 3,
      product: 'Ledger',
      type: 'trial',
    })
    expect(values.comments).toBeUndefined()
  })

  it('has everything reported that is wrong with it', () => {
    const cells = ['x'.repeat(256), 'P\uFFFD', 'many', 'whatever', 'ok', 'too many']
    const { notes, problems } = readLicense(cells)
    expect(problems.map(({ code, field }) => `${field}: ${code}`)).toEqual([
      'null: cells',
      'code: tooLong',
      'parallelUses: number',
      'product: characters',
    ])
    expect(notes).toEqual([{ code: 'typeUnknown', field: 'type', values: { value: 'whatever' } }])
  })
})

it('what is kept of problems is never too long to keep, and comes back', () => {
  const problems = Array.from({ length: 100 }, () => ({
    code: 'tooLong' as const,
    field: 'name',
    values: { max: 1 },
  }))
  const message = toMessage(problems) ?? ''
  expect(message.length).toBeLessThanOrEqual(2000)
  expect(fromMessage(message).length).toBeGreaterThan(10)
  expect(fromMessage('broken')).toEqual([])
  expect(toMessage([])).toBeNull()
})
