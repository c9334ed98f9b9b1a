import { describe, expect, it } from 'vitest'

import { importLimits } from '../../../src/imports/limits'
import { openArchive } from '../../../src/imports/read/xlsx/archive'
import { sheetOf, xlsxOf } from '../../support/xlsx'
import { zipOf } from '../../support/zip'
import { read, refusal } from './support/read'

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
