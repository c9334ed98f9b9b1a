import { literalPattern } from '../text/literalPattern'

/** The longest address and code have fewer. */
export const longestTerm = 255

export const shortestTerm = 2

/** How far a term is looked for: a short one only at the beginning, where an index can find it. */
export type Term = { isPrefix: boolean; text: string }

/**
 * What somebody looks for, as they meant it: without what cannot be stored, and without spaces around it.
 *
 * @returns null for what is no text, too short or too long
 */
export function parseTerm(value: unknown): null | Term {
  if (typeof value !== 'string' || value.length > longestTerm) return null
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const text = value.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  const { length } = Array.from(text)
  return length < shortestTerm ? null : { isPrefix: length === shortestTerm, text }
}

const word = '[\\p{L}\\p{N}]'
const other = '[^\\p{L}\\p{N}]'
const inARow = new RegExp(`${word}{3}|${other}${word}{2}|${word}{2}${other}`, 'u')

/**
 * Whether the index of trigrams can narrow a term down: it knows letters and digits alone, three of them in a row, or two where a word
 * begins or ends. For anything else every row would be read. A prefix begins a word, if it has any letter.
 */
export function canBeFound({ isPrefix, text }: Term): boolean {
  return isPrefix ? new RegExp(word, 'u').test(text) : inARow.test(text)
}

/** The pattern of LIKE that finds a term as it is written: `%`, `_` and `\` stand for themselves. */
export function patternOf({ isPrefix, text }: Term): string {
  const escaped = literalPattern(text)
  return isPrefix ? `${escaped}%` : `%${escaped}%`
}
