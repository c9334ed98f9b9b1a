import { randomBytes } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { withPayload } from '../../scripts/support/payload'
import { migrate } from '../../src/database/migrate'
import type { Database } from '../../src/licensing/types'
import type { Installed } from './calls'
import { seedShop } from './seedShop'

/** What the calls of a load need to know of a shop. */
export type PreparedShop = { installed: Installed[]; key: string; secret: string; token: string }

// A process of its own for each shop: the app's configuration names one database.
await withPayload(async (payload) => {
  const shop = await prepare(payload, Number(process.argv[2]))
  await new Promise((resolve) => process.send?.(shop, resolve))
})
process.exit()

async function prepare(payload: Payload, licenses: number): Promise<PreparedShop> {
  await migrate(payload)
  const { drizzle } = payload.db as unknown as { drizzle: Database }
  const size = { customers: Math.ceil(licenses / 5), licenses, products: 20 }
  await seedShop(process.env.DATABASE_URL ?? '', drizzle, size)
  await payload.updateGlobal({ slug: 'settings', data: { rateLimitPerMinute: 1_000_000 } })
  const made = await payload.create({
    collection: 'api-keys',
    data: { kind: 'external', name: 'Bench' },
  })
  const login = { email: 'bench@example.com', password: randomBytes(12).toString('hex') }
  await payload.create({ collection: 'users', data: login })
  const { token = '' } = await payload.login({ collection: 'users', data: login })
  const { rows } = await drizzle.execute(sql`
    select a.id as activation, l.code, l.code_key, a.domain, l.id as license, p.id as product, p.reference_id as reference
    from activations a join licenses l on l.id = a.license_id join products p on p.id = l.product_id
    where a.is_active order by md5(a.id::text) limit 20000`)
  const { key } = made as unknown as { key: string }
  return { installed: rows as Installed[], key, secret: payload.secret, token }
}
