import { z } from 'zod'

import { inclusiveEnd } from '../../licensing/dates'

const isoMoment =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/
const storableYear = /^(?:19|[2-9]\d)\d{2}-/

/**
 * Reads a moment in ISO 8601; without a zone it is in UTC.
 *
 * @returns it in UTC, or null for anything else, such as 31 February
 */
export function readMoment(value: string): null | string {
  const [, day = '', time = '00:00', zone = 'Z'] = isoMoment.exec(value) ?? []
  const moment = new Date(`${day}T${time}${zone}`)
  const midnight = new Date(`${day}T00:00Z`)
  if (Number.isNaN(moment.getTime()) || Number.isNaN(midnight.getTime())) return null
  // The parser takes 31 February for 3 March.
  const isRealDay = midnight.toISOString().startsWith(day)
  const iso = moment.toISOString()
  return isRealDay && storableYear.test(iso) ? iso : null
}

/** A moment. */
export const dateText = z.string().transform(toMoment)

/** The last moment of something: a bare day includes that day. */
export const endText = z
  .string()
  .transform((value, context) => toMoment(inclusiveEnd(value), context))

function toMoment(value: string, context: z.RefinementCtx): string {
  const moment = readMoment(value)
  if (moment !== null) return moment
  context.addIssue({ code: 'custom', input: value })
  return z.NEVER
}
