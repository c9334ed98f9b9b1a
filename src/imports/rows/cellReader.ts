import { parseEmail } from '../../accounts/emails'
import type { Mapping } from '../mapping/guessMapping'
import type { SlashDates } from '../mapping/options'
import type { Parsed } from './parse'
import { parseMoment } from './parse'
import type { Problem, ProblemCode } from './problems'

/** Reads the fields of a row and gathers what is wrong with them. A field without a column, or with an empty cell, is undefined. */
export type CellReader = ReturnType<typeof cellReader>

export function cellReader(
  cells: readonly string[],
  mapping: Mapping,
  { slashDates }: { slashDates: SlashDates },
) {
  const problems: Problem[] = []
  const report = (field: null | string, code: ProblemCode, values?: Problem['values']) => {
    if (problems.some((problem) => problem.field === field && problem.code === code)) return
    problems.push(values ? { code, field, values } : { code, field })
  }
  const raw = (field: string): string | undefined => {
    const column = mapping[field]
    const cell = column === undefined ? '' : (cells[column] ?? '').trim()
    if (!cell || /^null$/i.test(cell)) return undefined
    if (!cell.includes('\uFFFD')) return cell
    report(field, 'characters')
    return undefined
  }
  const read = <T>(field: string, parse: (text: string) => Parsed<T>): T | undefined => {
    const text = raw(field)
    if (text === undefined) return undefined
    const parsed = parse(text)
    if ('value' in parsed) return parsed.value
    report(field, parsed.error as ProblemCode)
    return undefined
  }
  return {
    email: (field: string) =>
      read(field, (text) => {
        const value = parseEmail(text)
        return value ? { value } : { error: 'email' }
      }),
    moment: (field: string, isEnd: boolean) =>
      read(field, (text) => parseMoment(text, { isEnd, slashDates })),
    problems,
    raw,
    read,
    report,
    text(field: string, max: number): string | undefined {
      const text = raw(field)
      if (text === undefined || text.length <= max) return text
      report(field, 'tooLong', { max })
      return undefined
    },
  }
}
