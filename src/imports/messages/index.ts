import { fill } from '../../text/fill'
import { highestBcryptCost, importLimits } from '../limits'
import type { FileErrorCode } from '../read/fileError'
import type { Problem } from '../rows/problems'
import { de } from './de'
import { en } from './en'

type Shape<T> = { [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> }

export type ImportMessages = Shape<typeof en>

/** The texts in a language of Payload's i18n; English where there are none in it. */
export function importMessages(language: string): ImportMessages {
  return language === 'de' ? de : en
}

/** Why a file could not be read, from what is kept with its import. */
export function fileErrorText(error: null | string, language: string): null | string {
  if (!error) return null
  try {
    const { code, values } = JSON.parse(error) as { code: FileErrorCode; values: object }
    return fill(importMessages(language).file[code] ?? code, {
      ...limitsIn(language),
      ...textsOf(values),
    })
  } catch {
    return error
  }
}

/** What is wrong with a row, or worth knowing of it, as one sentence. */
export function problemsText(problems: readonly Problem[], language: string): string {
  const messages = importMessages(language)
  const sentences = problems.map(({ code, field, values }) => {
    const text = fill(messages.problem[code] ?? code, {
      cost: String(highestBcryptCost),
      ...textsOf(values ?? {}),
    })
    const name = field ? (messages.field[field as keyof typeof messages.field] ?? field) : null
    return name ? `${name}: ${text}` : `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  })
  return sentences.length === 0 ? '' : `${sentences.join('. ')}.`
}

function limitsIn(language: string): Record<string, string> {
  const format = new Intl.NumberFormat(language === 'de' ? 'de' : 'en')
  const { cell, columns, fileBytes, rows } = importLimits
  return {
    cell: format.format(cell),
    columns: format.format(columns),
    megabytes: format.format(fileBytes / 1024 / 1024),
    rows: format.format(rows),
  }
}

function textsOf(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(value as number | string)]),
  )
}
