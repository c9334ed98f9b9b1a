import { sql } from '@payloadcms/db-postgres/drizzle'
import { type Payload } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { createTestPayload, type TestPayload } from '../../support/payload'
import { databaseOf } from '../reports/support'

/** What is searched has an index of its trigrams, which Payload's own lists use as well. */
let payload: Payload
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
})
afterAll(() => test.close())

const pattern = '%abcdef%'

/** How PostgreSQL would answer. With so few rows it would rather read them all, unless it may not. */
async function planOf(query: string): Promise<string> {
  return databaseOf(payload).transaction(async (db) => {
    await db.execute(sql`set local enable_seqscan = off`)
    const { rows } = await db.execute(sql.raw(`explain ${query}`))
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n')
  })
}

const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

it.each([
  'activations',
  'activity-log',
  'blacklist-entries',
  'customers',
  'download-tokens',
  'envato-conflicts',
  'envato-imports',
  'failed-attempts',
  'identities',
  'licenses',
  'login-events',
  'mails',
  'webhook-deliveries',
] as const)("Payload's search of the list of %s has one", async (slug) => {
  const table = slug.replaceAll('-', '_')
  const fields = payload.collections[slug].config.admin.listSearchableFields ?? []
  expect(fields.length).toBeGreaterThan(0)
  const where = fields.map((name) => `"${column(name)}" ilike '${pattern}'`).join(' or ')
  const plan = await planOf(`select id from ${table} where ${where}`)
  expect(plan).toContain(`${table}_search_idx`)
  expect(plan).not.toContain('Seq Scan')
})

it('every list of the panel can be searched, as Payload asks', async () => {
  const shown = Object.values(payload.collections).filter(
    ({ config: { admin, slug } }) => !admin.hidden && !slug.startsWith('payload-'),
  )
  expect(shown.length).toBeGreaterThan(15)
  for (const { config } of shown) {
    const { docs } = await payload.find({
      collection: config.slug,
      where: mergeListSearchAndWhere({ collectionConfig: config, search: 'abcdef', where: {} }),
    })
    expect(docs).toEqual([])
  }
})

it.each([
  ['customers', `name ilike '${pattern}'`],
  ['licenses', `invoice ilike '${pattern}'`],
  ['licenses', "code ilike 'ab%'"],
  ['activations', `domain ilike '${pattern}'`],
])('the search of %s has one: %s', async (table, where) => {
  expect(await planOf(`select id from ${table} where ${where}`)).toContain(`${table}_search_idx`)
})
