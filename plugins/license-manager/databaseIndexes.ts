import { type PostgresAdapter, sql } from '@payloadcms/db-postgres'
import { type AnyPgColumn, index, uniqueIndex } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { Config } from 'payload'

type DatabaseConfig = Config['db']

/**
 * Adds indexes that Payload's fields cannot express to the schema, so that the host's `payload migrate:create` makes them:
 * the lists of a licence by licence, and one active activation per licence and domain.
 */
export function withIndexes(db: DatabaseConfig): DatabaseConfig {
  if (!db) return db
  return {
    ...db,
    init: (args) => {
      const adapter = db.init(args)
      const postgres = adapter as unknown as PostgresAdapter
      postgres.afterSchemaInit.push(({ extendTable, schema }) => {
        const { activations, licenses_texts: lists } = schema.tables
        if (activations) {
          extendTable({
            extraConfig: (table: Record<string, AnyPgColumn>) => ({
              activations_active_domain_idx: uniqueIndex('activations_active_domain_idx')
                .on(column(table, 'license'), column(table, 'domain'))
                .where(sql`is_active`),
            }),
            table: activations,
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
        return schema
      })
      return adapter
    },
  }
}

function column(table: Record<string, AnyPgColumn>, name: string): AnyPgColumn {
  const found = table[name]
  if (!found) throw new Error(`licenseManager: the schema has no column ${name}.`)
  return found
}
