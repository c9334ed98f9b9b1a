import { z } from 'zod'

import { inclusiveEnd } from '../../licensing/dates'

const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** A moment in ISO 8601, given back in UTC. */
export const dateText = z
  .string()
  .refine((value) => isoDate.test(value) && !Number.isNaN(Date.parse(value)))
  .transform((value) => new Date(value).toISOString())

/** The last moment of something: a bare day includes that day. */
export const endText = z
  .string()
  .refine((value) => isoDate.test(value) && !Number.isNaN(Date.parse(inclusiveEnd(value))))
  .transform((value) => new Date(inclusiveEnd(value)).toISOString())
