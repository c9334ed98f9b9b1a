import { sql } from '@payloadcms/db-postgres/drizzle'
import type { FlattenedField } from 'payload'

import type { Queryable } from '../licensing/types'
import { parseUrl } from '../text/parseUrl'

/** Of addresses with a secret in their path the log says where they lead, and no more. */
const shortened: Record<string, (entry: unknown) => unknown> = {
  webhookUrls: (entry) => {
    const url = parseUrl(String(entry))
    return url && url.href !== `${url.origin}/` ? `${url.origin}/…` : entry
  },
}

/**
 * What changed in the lists of a document, as `{"column": [before, after]}`. Lists are rows of tables of their own, which the trigger that
 * writes the activity log does not see.
 *
 * @param fields of the document
 * @param before the document as it was
 * @param after what is written; a field that is not there stays as it is
 */
export function listChanges(
  fields: readonly FlattenedField[],
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, [unknown[], unknown[]]> {
  const changed = fields
    .filter((field) => isList(field) && after[field.name] !== undefined)
    .map(({ name }): [string, unknown[], unknown[]] => [
      name,
      entriesOf(before[name]),
      entriesOf(after[name]),
    ])
    .filter(([, was, becomes]) => JSON.stringify(was) !== JSON.stringify(becomes))
  return Object.fromEntries(
    changed.map(([name, ...entries]) => [
      name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
      entries.map((list) => list.map(shortened[name] ?? ((entry) => entry))) as [
        unknown[],
        unknown[],
      ],
    ]),
  )
}

/**
 * Tells the transaction what changes in the lists of a document that it writes next. Several may be on their way at once.
 *
 * @param of the document's id, or `settings`
 */
export async function nameListChanges(
  transaction: Queryable,
  { changes, of }: { changes: ReturnType<typeof listChanges>; of: string },
): Promise<void> {
  await transaction.execute(sql`
    select set_config('license_manager.lists', (
      coalesce(nullif(current_setting('license_manager.lists', true), ''), '{}')::jsonb
        || jsonb_build_object(${of}::text, ${JSON.stringify(changes)}::jsonb))::text, true)`)
}

function isList(field: FlattenedField): boolean {
  return field.type === 'array' || ('hasMany' in field && field.hasMany === true)
}

/** Entries without the ids that rows of arrays have, which are new with every write. */
function entriesOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) return []
  return value.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return entry
    return Object.fromEntries(
      Object.entries(entry)
        .filter(([key]) => key !== 'id')
        .toSorted(([one], [other]) => one.localeCompare(other)),
    )
  })
}
