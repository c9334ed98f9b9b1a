import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { CollectionConfig, Config, TextField } from 'payload'

import { tableOf } from '../slugs/tables'
import { isUuid } from '../text/isUuid'

type DatabaseConfig = Config['db'] | undefined
type RawTables = PostgresAdapter['rawTables']
type RawTable = RawTables[string]

const mark = 'ownUuids'

/** No row has it: what is no UUID becomes it on the way to the database. */
export const idOfNobody = '00000000-0000-0000-0000-000000000000'

/** Payload shows an id beside its document, and the database makes it. */
const idField: TextField = {
  name: 'id',
  label: 'ID',
  type: 'text',
  access: { create: () => false, update: () => false },
  admin: { condition: () => false, disableBulkEdit: true },
}

/**
 * A plugin's collection with UUIDs as its ids, also in a database whose ids are numbers: its addresses must not be guessed, and its own
 * statements are for UUIDs. The host's collections keep their numbers.
 *
 * @param db the host's database, which `withOwnIds` makes ready for it
 */
export function withUuids(collection: CollectionConfig, db: DatabaseConfig): CollectionConfig {
  if (!hasNumbers(db)) return collection
  return {
    ...collection,
    custom: { ...collection.custom, [mark]: true },
    fields: [idField, ...collection.fields],
  }
}

/** Whether ids of this database are numbers, as they are by default. */
export function hasNumbers(db: DatabaseConfig): boolean {
  return db?.defaultIDType === 'number'
}

/**
 * Has the ids of the collections that `withUuids` marks, and all columns that lead to them, be of PostgreSQL's type `uuid`: Payload has text
 * for ids that are no numbers in a database of numbers. Hosts' migrations have them so, too.
 */
export function withOwnIds<Database extends DatabaseConfig>(db: Database): Database {
  if (!db || !hasNumbers(db)) return db
  return {
    ...db,
    init: (args: Parameters<typeof db.init>[0]) => {
      const adapter = db.init(args)
      const postgres = adapter as unknown as PostgresAdapter
      postgres.beforeSchemaInit.push(({ schema }) => {
        for (const { column, key, table } of uuidColumns(postgres)) {
          table.columns[key] = { ...column, defaultRandom: key === 'id', type: 'uuid' }
        }
        return schema
      })
      postgres.afterSchemaInit.push(({ schema }) => {
        for (const { key, table } of uuidColumns(postgres)) {
          const column = (schema.tables[table.name] as Record<string, unknown> | undefined)?.[key]
          if (column) Object.assign(column, { mapToDriverValue })
        }
        return schema
      })
      return adapter
    },
  }
}

/** Payload takes any text for an id and turns lists of them into numbers as well, which PostgreSQL would not compare with a UUID. */
function mapToDriverValue(value: unknown): unknown {
  return typeof value !== 'string' || isUuid(value) ? value : idOfNobody
}

/** The ids of the marked collections' tables and what refers to them, in the tables of lists and of the host as well. */
function uuidColumns({ payload, rawTables }: PostgresAdapter) {
  const marked = new Set(
    payload.config.collections
      .filter(({ custom }) => custom[mark])
      .map(({ dbName, slug }) => (typeof dbName === 'string' ? dbName : tableOf(slug))),
  )
  return Object.values(rawTables).flatMap((table) => {
    const leading = new Set(foreignKeysTo(marked, table))
    return Object.entries(table.columns)
      .filter(
        ([key, { reference }]) =>
          (key === 'id' && marked.has(table.name)) ||
          leading.has(key) ||
          (reference && marked.has(reference.table)),
      )
      .map(([key, column]) => ({ column, key, table }))
  })
}

function foreignKeysTo(tables: Set<string>, { foreignKeys = {} }: RawTable): string[] {
  return Object.values(foreignKeys)
    .filter(({ foreignColumns }) => foreignColumns.some(({ table }) => tables.has(table)))
    .flatMap(({ columns }) => columns)
}
