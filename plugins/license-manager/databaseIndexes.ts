import { type PostgresAdapter, sql } from '@payloadcms/db-postgres'
import {
  type AnyPgColumn,
  type ExtraConfigColumn,
  index,
  uniqueIndex,
} from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Config } from 'payload'

import {
  isWrittenAtOnce,
  searchedFields,
  type SearchedTable,
  searchedTables,
  searchIndexOf,
} from '../../src/database/searchIndexes'

type DatabaseConfig = Config['db']
type SchemaHook = PostgresAdapter['afterSchemaInit'][number]

/**
 * Adds indexes that Payload's fields cannot express to the schema, so that the host's `payload migrate:create` makes them:
 * the lists of a licence by licence, one active activation per licence and domain, the few that are not valid, messages by when they are due, and
 * trigrams of what is searched. Those need
 * PostgreSQL's extension pg_trgm, which the adapter is told to create.
 */
export function withIndexes(db: DatabaseConfig): DatabaseConfig {
  if (!db) return db
  return {
    ...db,
    init: (args) => {
      const adapter = db.init(args)
      const postgres = adapter as unknown as PostgresAdapter
      postgres.createExtensions = createTrigrams(postgres.createExtensions)
      const addIndexes: SchemaHook = ({ extendTable, schema }) => {
        const { activations, licenses_texts: lists, webhook_deliveries: deliveries } = schema.tables
        if (activations) {
          extendTable({
            extraConfig: (table: Record<string, AnyPgColumn>) => ({
              activations_active_domain_idx: uniqueIndex('activations_active_domain_idx')
                .on(column(table, 'license'), column(table, 'domain'))
                .where(sql`is_active and fingerprint is null`),
              activations_active_device_idx: uniqueIndex('activations_active_device_idx')
                .on(column(table, 'license'), column(table, 'fingerprint'))
                .where(sql`is_active`),
              activations_refused_idx: index('activations_refused_idx')
                .on(column(table, 'license'))
                .where(sql`is_valid = false`),
            }),
            table: activations,
          })
        }
        if (deliveries) {
          extendTable({
            extraConfig: (table: Record<string, AnyPgColumn>) => ({
              webhook_deliveries_due_idx: index('webhook_deliveries_due_idx')
                .on(column(table, 'nextAttemptAt'))
                .where(sql`status = 'queued'`),
            }),
            table: deliveries,
          })
        }
        if (lists) {
          extendTable({
            extraConfig: (table: Record<string, AnyPgColumn>) => ({
              licenses_texts_parent_idx: index('licenses_texts_parent_idx').on(
                column(table, 'parent'),
                column(table, 'path'),
              ),
            }),
            table: lists,
          })
        }
        for (const name of searchedTables) {
          const table = schema.tables[name]
          // A host without our social login may have a table of that name.
          const isOurs = table && searchedFields[name].every((field) => field in table)
          if (isOurs) extendTable({ extraConfig: searchIndex(name), table })
        }
        return schema
      }
      // Not pushed: the list is the host's.
      postgres.afterSchemaInit = [...postgres.afterSchemaInit, addIndexes]
      return adapter
    },
  }
}

/**
 * Creates pg_trgm beside the host's own extensions. Where that fails, because the database's user may not or another process is at it,
 * nothing is said at each start: who migrates reads what is missing, and the search works without it.
 */
function createTrigrams(own: PostgresAdapter['createExtensions']) {
  return async function (this: PostgresAdapter): Promise<void> {
    await own.call(this)
    await this.drizzle.execute(sql`
      do $$ begin
        create extension if not exists pg_trgm;
      exception
        when others then null;
      end $$`)
  }
}

function searchIndex(of: SearchedTable) {
  const name = searchIndexOf(of)
  return (table: Record<string, AnyPgColumn>) => {
    const [first, ...rest] = searchedFields[of].map((field) =>
      (column(table, field) as ExtraConfigColumn).op('gin_trgm_ops'),
    )
    if (!first) throw new Error(`licenseManager: ${name} has no columns.`)
    const made = index(name).using('gin', first, ...rest)
    return { [name]: isWrittenAtOnce(of) ? made.with({ fastupdate: 'off' }) : made }
  }
}

function column(table: Record<string, AnyPgColumn>, name: string): AnyPgColumn {
  const found = table[name]
  if (!found) throw new Error(`licenseManager: the schema has no column ${name}.`)
  return found
}
