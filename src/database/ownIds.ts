import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { CollectionConfig, Config, TextField } from 'payload'

import { tableOf } from '../slugs/tables'
import { databaseMakesId, refuseIdsOfJoins } from './ownIdHooks'
import { comparingIds, toUuid } from './ownIdValues'

type DatabaseConfig = Config['db'] | undefined
type RawTable = PostgresAdapter['rawTables'][string]

/** Payload shows an id beside its document, and the database makes it. */
const idField: TextField = {
  name: 'id',
  label: 'ID',
  type: 'text',
  access: { create: () => false, update: () => false },
  admin: { condition: () => false, disableBulkEdit: true },
}

/** Whether ids of this database are numbers, as they are by default. */
export function hasNumbers(db: DatabaseConfig): boolean {
  return db?.defaultIDType === 'number'
}

/**
 * A plugin's collection with UUIDs as its ids, also in a database whose ids are numbers: its addresses must not be guessed, and its own
 * statements are for UUIDs. The host's collections keep their numbers.
 *
 * @param db the host's database, which `withOwnIds` makes ready for it
 */
export function withUuids(collection: CollectionConfig, db: DatabaseConfig): CollectionConfig {
  if (!hasNumbers(db)) return collection
  const { fields, hooks } = collection
  return {
    ...collection,
    // The first: Payload looks for it up to the first group or list.
    fields: [idField, ...fields],
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), databaseMakesId],
      beforeOperation: [...(hooks?.beforeOperation ?? []), refuseIdsOfJoins],
    },
  }
}

/**
 * Has the ids of collections that `withUuids` changed, and all columns that lead to them, be of PostgreSQL's type `uuid`: Payload has text
 * for ids that are no numbers in a database of numbers. Hosts' migrations have them so, too.
 *
 * @param collections with their tables
 */
export function withOwnIds<Database extends DatabaseConfig>(
  db: Database,
  collections: readonly Pick<CollectionConfig, 'dbName' | 'slug'>[],
): Database {
  if (!db || !hasNumbers(db)) return db
  const own = new Set(
    collections.map(({ dbName, slug }) => (typeof dbName === 'string' ? dbName : tableOf(slug))),
  )
  return {
    ...db,
    init: (args: Parameters<typeof db.init>[0]) => {
      const adapter = db.init(args)
      const postgres = adapter as unknown as PostgresAdapter
      postgres.operators = comparingIds(postgres.operators, own)
      // Not pushed: the lists are the host's.
      postgres.beforeSchemaInit = [
        ...postgres.beforeSchemaInit,
        ({ schema }) => {
          for (const { key, table } of columnsOf(postgres, own)) {
            const column = table.columns[key]
            if (column)
              table.columns[key] = { ...column, defaultRandom: key === 'id', type: 'uuid' }
          }
          return schema
        },
      ]
      postgres.afterSchemaInit = [
        ...postgres.afterSchemaInit,
        ({ schema }) => {
          for (const { key, table } of columnsOf(postgres, own)) {
            const column = (schema.tables[table.name] as Record<string, unknown> | undefined)?.[key]
            if (column) Object.assign(column, { mapToDriverValue: toUuid })
          }
          return schema
        },
      ]
      return adapter
    },
  }
}

/** The ids of these tables and what refers to them, in the tables of lists and of the host as well. */
function columnsOf({ rawTables }: PostgresAdapter, own: Set<string>) {
  return Object.values(rawTables).flatMap((table) => {
    const leading = new Set(foreignKeysTo(own, table))
    return Object.entries(table.columns)
      .filter(
        ([key, { reference }]) =>
          (key === 'id' && own.has(table.name)) ||
          leading.has(key) ||
          (reference && own.has(reference.table)),
      )
      .map(([key]) => ({ key, table }))
  })
}

function foreignKeysTo(tables: Set<string>, { foreignKeys = {} }: RawTable): string[] {
  return Object.values(foreignKeys)
    .filter(({ foreignColumns }) => foreignColumns.some(({ table }) => tables.has(table)))
    .flatMap(({ columns }) => columns)
}
