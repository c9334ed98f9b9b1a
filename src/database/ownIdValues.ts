import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { is, SQL, StringChunk } from '@payloadcms/db-postgres/drizzle'

import { isUuid } from '../text/isUuid'

type Operators = PostgresAdapter['operators']
type Operator = Operators['equals' | 'in' | 'not_equals' | 'not_in']

/** No row has it: what is no UUID becomes it on the way to the database. */
export const idOfNobody = '00000000-0000-0000-0000-000000000000'

/** Payload takes any text for an id and turns lists of them into numbers as well, which PostgreSQL would not compare with a UUID. */
export function toUuid(value: unknown): unknown {
  return typeof value !== 'string' || isUuid(value) ? value : idOfNobody
}

/**
 * The adapter's comparisons, with the same for what one of several collections may be, such as the document that is locked: Payload names
 * those columns as plain text, of which nobody knows that they are UUIDs.
 *
 * @param own the tables whose ids are UUIDs
 */
export function comparingIds(operators: Operators, own: ReadonlySet<string>): Operators {
  const names = new Set(Array.from(own, (table) => `${table}_id`))
  const comparing = (operator: Operator): Operator => {
    return (column: unknown, value: unknown) => {
      const compare = operator as (column: unknown, value: unknown) => SQL
      if (!names.has(nameOfRaw(column) ?? '')) return compare(column, value)
      return compare(column, Array.isArray(value) ? value.map(toUuid) : toUuid(value))
    }
  }
  const compared = ['equals', 'not_equals', 'in', 'not_in'] as const
  return {
    ...operators,
    ...Object.fromEntries(compared.map((name) => [name, comparing(operators[name])])),
  }
}

/** Of `"table"."column"`, as Payload writes it, the column. */
function nameOfRaw(column: unknown): string | undefined {
  if (!is(column, SQL)) return undefined
  const [chunk] = column.queryChunks
  return is(chunk, StringChunk) ? /"([^"]+)"$/.exec(chunk.value.join(''))?.[1] : undefined
}
