import { describe, expect, it } from 'vitest'

import { importLimits } from '../../../src/imports/limits'
import { guessDelimiter } from '../../../src/imports/read/csv'
import { read, refusal } from './support/read'

describe('separated values', () => {
  it.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1;2\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['"a,b";c\n1;2\n', ';'],
    ['sep=;\na;b,c\n1;2\n', ';'],
    ['only\n1\n', ','],
    ['', ','],
  ])('have their delimiter guessed: %j', (head, delimiter) => {
    expect(guessDelimiter(head).delimiter).toBe(delimiter)
  })

  it.each([
    ['a mark at the beginning', '\uFEFFname,email\nA,a@example.com\n', [['A', 'a@example.com']]],
    ['line ends of Windows', 'name,email\r\nA,B\r\n', [['A', 'B']]],
    [
      'quotes, line ends and delimiters in cells',
      'name,email\n"A ""x"", y\nz",B\n',
      [['A "x", y\nz', 'B']],
    ],
    ['empty lines', 'name,email\n\n,\nA,B\n\n', [['A', 'B']]],
    ['rows that are too short or too long', 'name,email\nA\nA,B,C\n', [['A'], ['A', 'B', 'C']]],
    ['formulas, which stay text', 'name,email\n=1+1,@x\n', [['=1+1', '@x']]],
    ['NUL', 'name,email\nA\0,B\n', [['A\uFFFD', 'B']]],
    ['a quote within a cell', 'name,email\n5" screen,B\n', [['5" screen', 'B']]],
    [
      'letters of several bytes',
      `name,email\n${'ä€😀'.repeat(2000)},B\n`,
      [['ä€😀'.repeat(2000), 'B']],
    ],
  ])('with %s', async (_name, content, rows) => {
    expect(await read('x.csv', content)).toEqual({ headings: ['name', 'email'], rows })
  })

  it.each([
    ['another encoding', Buffer.from('name\nM\xfcller\n', 'latin1'), 'encoding'],
    ['UTF-16', Buffer.from('\uFEFFname\nA\n', 'utf16le'), 'encoding'],
    ['a quotation mark that never ends', 'name\n"A\nB\n', 'quotes'],
    ['no rows', 'name,email\n', 'noRows'],
    ['nothing', '', 'empty'],
    ['a cell of a megabyte', `name\n${'x'.repeat(1_000_000)}\n`, 'cellTooLong'],
    ['a cell of three megabytes', `name\n"${'x'.repeat(3_000_000)}"\n`, 'cellTooLong'],
    ['too many columns', `${'a,'.repeat(201)}b\n1\n`, 'tooManyColumns'],
    ['a row of too many columns', `a\n${'1,'.repeat(500)}\n`, 'tooManyColumns'],
    ['too many rows', `a\n${'1\n'.repeat(importLimits.rows + 1)}`, 'tooManyRows'],
    ['too many bytes', `a\n${'x'.repeat(1000).concat('\n').repeat(53_000)}`, 'fileTooLarge'],
  ])('with %s are refused', { timeout: 60_000 }, async (_name, content, code) => {
    expect(await refusal('x.csv', content)).toBe(code)
  })

  it('with headings of prototypes are only texts', async () => {
    const { headings, rows } = await read('x.csv', '__proto__,constructor\npolluted,x\n')
    expect(headings).toEqual(['__proto__', 'constructor'])
    expect(rows).toEqual([['polluted', 'x']])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('JSON', () => {
  it('is a list of objects, whose keys are the headings in the order in which they come up', async () => {
    const content = JSON.stringify([
      { a: 'x', b: 1 },
      { b: true, c: null },
      { c: ['one', 'two'], d: { e: 1 } },
    ])
    expect(await read('x.json', content)).toEqual({
      headings: ['a', 'b', 'c', 'd'],
      rows: [
        ['x', '1'],
        ['', 'true', ''],
        ['', '', 'one\ntwo', '{…}'],
      ],
    })
  })

  it('may hold keys of prototypes and half letters', async () => {
    const { headings, rows } = await read(
      'x.json',
      '[{"__proto__": "a", "constructor": "b", "toString": "\\ud800", "nul": "x\\u0000"}]',
    )
    expect(headings).toEqual(['__proto__', 'constructor', 'toString', 'nul'])
    expect(rows).toEqual([['a', 'b', '\uFFFD', 'x\uFFFD']])
  })

  it.each([
    ['an object', '{"a": 1}', 'json'],
    ['a text', '"a"', 'json'],
    ['a list of texts', '["a"]', 'json'],
    ['a list of lists', '[["a"]]', 'json'],
    ['half a list', '[{"a": 1}', 'json'],
    ['no JSON', 'name,email\nA,B', 'json'],
    ['an empty list', '[]', 'empty'],
    ['a thousand levels', `[{"a": ${'['.repeat(1000)}${']'.repeat(1000)}}]`, 'jsonTooDeep'],
    ['a cell of a megabyte', JSON.stringify([{ a: 'x'.repeat(1_000_000) }]), 'cellTooLong'],
    [
      'ever more columns',
      JSON.stringify(Array.from({ length: 300 }, (_, index) => ({ [`c${index}`]: 1 }))),
      'tooManyColumns',
    ],
  ])('that is %s is refused', async (_name, content, code) => {
    expect(await refusal('x.json', content)).toBe(code)
  })
})

it.each(['x', 'x.xls', 'x.csv.exe', '.htaccess', 'x.php'])('a file %s is refused', async (name) => {
  expect(await refusal(name, 'name\nA\n')).toBe('format')
})
