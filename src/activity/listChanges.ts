import { sql } from '@payloadcms/db-postgres/drizzle'
import type { FlattenedField } from 'payload'

import type { Queryable } from '../licensing/types'
import { columnOf } from '../text/columnOf'
import { parseUrl } from '../text/parseUrl'

type Shown = (entry: unknown) => unknown

const whole: Shown = (entry) => entry

/** Addresses may have a secret in their path: the log says where they lead. */
const origin: Shown = (entry) => {
  const url = parseUrl(String(entry))
  return url && url.href !== `${url.origin}/` ? `${url.origin}/…` : entry
}

/** What the log says of the plugin's own lists. Of a host's it says only that they changed: they may hold secrets. */
const lists: Record<string, Shown> = {
  developmentHosts: whole,
  domains: whole,
  entitlements: whole,
  ips: whole,
  webhookEvents: whole,
  webhookUrls: origin,
}

/** By column: what was and what is, or nulls where that is not told. */
export type ListChanges = Record<string, [null, null] | [unknown[], unknown[]]>

/**
 * What changed in the lists of a document. Lists are rows of tables of their own, which the trigger that writes the activity log does not see.
 *
 * @param fields of the document
 * @param before the document as it was
 * @param after what is written; a field that is not there stays as it is
 */
export function listChanges(
  fields: readonly FlattenedField[],
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): ListChanges {
  const changes: ListChanges = {}
  for (const field of fields) {
    const { name } = field
    if (!isList(field) || after[name] === undefined) continue
    const [was, becomes] = [entriesOf(before[name]), entriesOf(after[name])]
    if (JSON.stringify(was) === JSON.stringify(becomes)) continue
    const shown = Object.hasOwn(lists, name) ? lists[name] : undefined
    changes[columnOf(name)] = shown ? [was.map(shown), becomes.map(shown)] : [null, null]
  }
  return changes
}

/**
 * Tells the transaction what changes in the lists of a document that it writes next. Several may be on their way at once; what was said of one
 * before, and was not written then, is forgotten.
 *
 * @param of the document's id, or `settings`
 */
export async function nameListChanges(
  transaction: Queryable,
  { changes, of }: { changes: ListChanges; of: string },
): Promise<void> {
  const own = Object.keys(changes).length > 0 ? { [of]: changes } : {}
  await transaction.execute(sql`
    select set_config('license_manager.lists', (
      coalesce(nullif(current_setting('license_manager.lists', true), ''), '{}')::jsonb - ${of}::text
        || ${JSON.stringify(own)}::jsonb)::text, true)`)
}

function isList(field: FlattenedField): boolean {
  return field.type === 'array' || ('hasMany' in field && field.hasMany === true)
}

/** Entries as the database can have them, without the ids that rows of arrays have, which are new with every write. */
function entriesOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) return []
  return value.map((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return storable(entry)
    return Object.fromEntries(
      Object.entries(entry)
        .filter(([key]) => key !== 'id')
        .map(([key, each]): [string, unknown] => [key, storable(each)])
        .toSorted(([one], [other]) => one.localeCompare(other)),
    )
  })
}

/** A lone surrogate and NUL are no text to PostgreSQL. Whether they may be written is not for the log to say. */
function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Cs}/gu, '').replaceAll('\0', '') : value
}
