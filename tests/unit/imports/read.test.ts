import { Readable } from 'node:stream'

import { describe, expect, it } from 'vitest'

import { importLimits } from '../../../src/imports/limits'
import { guessDelimiter } from '../../../src/imports/read/csv'
import { ImportFileError } from '../../../src/imports/read/fileError'
import { openTable } from '../../../src/imports/read/openTable'
import { openArchive } from '../../../src/imports/read/xlsx/archive'
import { sheetOf, xlsxOf } from '../../support/xlsx'
import { zipOf } from '../../support/zip'

/** Files of all kinds as tables, and files that were made to do harm. */
async function read(
  name: string,
  content: Buffer | string,
): Promise<{ headings: string[]; rows: string[][] }> {
  // In small pieces, so that letters and lines are torn apart.
  const bytes = Buffer.from(content)
  const pieces = Array.from({ length: Math.ceil(bytes.length / 4099) }, (_, index) =>
    bytes.subarray(index * 4099, (index + 1) * 4099),
  )
  const table = await openTable(name, Readable.from(pieces))
  const rows: string[][] = []
  for await (const row of table.rows) rows.push(row)
  return { headings: table.headings, rows }
}

const refusal = (name: string, content: Buffer | string) =>
  read(name, content).then(
    () => 'read',
    (error: unknown) => (error instanceof ImportFileError ? error.code : error),
  )

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

describe('spreadsheets', () => {
  const table = [
    ['name', 'uses', 'valid', 'until'],
    ['Ä & <B>', 1.5, true, new Date('2027-01-31')],
    [null, null, null, null],
    ['=1+1', 12_345_678_901, false, new Date('2027-01-31T10:30:00Z')],
  ]
  const rows = [
    ['Ä & <B>', '1.5', 'true', '2027-01-31'],
    ['=1+1', '12345678901', 'false', '2027-01-31 10:30:00'],
  ]

  it('give texts, numbers, truth values and dates as text', async () => {
    expect(await read('x.xlsx', xlsxOf(table))).toEqual({
      headings: ['name', 'uses', 'valid', 'until'],
      rows,
    })
  })

  it('may share their texts, count from 1904, and name their columns', async () => {
    const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    const content = xlsxOf([], {
      'xl/sharedStrings.xml': `<sst ${main}><si><t>name</t></si><si><r><t>Ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>`,
      'xl/workbook.xml': `<workbook ${main} xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="hidden" state="hidden" r:id="rId9"/><sheet name="s" r:id="rId1"/></sheets></workbook>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="str"><x:v>day</x:v></x:c></x:row><x:row><x:c r="A2" t="s"><x:v>1</x:v></x:c><x:c r="C2" s="1"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    })
    expect(await read('x.xlsx', content)).toEqual({
      headings: ['name', '', 'day'],
      rows: [['Rich', '', '1904-01-01']],
    })
  })

  it.each([
    ['is none', Buffer.from('name,email\nA,B\n'), 'spreadsheet'],
    ['is another archive', zipOf([{ content: 'x', name: 'a.txt' }]), 'spreadsheet'],
    ['is cut off', xlsxOf(table).subarray(0, 700), 'spreadsheet'],
    ['has no rows', xlsxOf([['name']]), 'noRows'],
    [
      'is broken XML',
      xlsxOf([], { 'xl/worksheets/sheet1.xml': '<worksheet><row></worksheet>' }),
      'spreadsheet',
    ],
    [
      'names a file of the server',
      xlsxOf([], {
        'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheetOf([['&e;']]).replace('&amp;e;', '&e;')}`,
      }),
      'spreadsheet',
    ],
    [
      'laughs a billion times',
      xlsxOf([], {
        'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      }),
      'spreadsheet',
    ],
    [
      'has a column far to the right',
      xlsxOf([], {
        'xl/worksheets/sheet1.xml': '<worksheet><row><c r="XFD1"><v>1</v></c></row></worksheet>',
      }),
      'tooManyColumns',
    ],
  ])('that %s is refused', async (_name, content, code) => {
    expect(await refusal('x.xlsx', content)).toBe(code)
  })

  it('that unpack to more than the limit are refused, whatever the archive says of its size', async () => {
    const content = Buffer.alloc(5_000_000, ' ')
    const bomb = zipOf([{ claimedSize: 10, content, name: 'bomb' }])
    expect(bomb.length).toBeLessThan(10_000)
    const unpack = async (limit: number) => {
      let size = 0
      for await (const part of openArchive(bomb, limit).open('bomb') ?? []) size += part.length
      return size
    }
    expect(await unpack(5_000_000)).toBe(5_000_000)
    await expect(unpack(4_000_000)).rejects.toMatchObject({ code: 'unpackedTooLarge' })
  })

  it(
    'that are a bomb end at the limit without filling the memory',
    { timeout: 60_000 },
    async () => {
      const spaces = Buffer.alloc(importLimits.unpackedBytes + 1_000_000, ' ')
      const bomb = xlsxOf([], { 'xl/sharedStrings.xml': spaces })
      expect(await refusal('x.xlsx', bomb)).toBe('unpackedTooLarge')
    },
  )
})

it.each(['x', 'x.xls', 'x.csv.exe', '.htaccess', 'x.php'])('a file %s is refused', async (name) => {
  expect(await refusal(name, 'name\nA\n')).toBe('format')
})
