import { randomBytes } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, type Payload } from 'payload'

import { openSession } from '../../src/accounts/sessions/openSession'
import { migrate } from '../../src/database/migrate'
import { createTokenSigner } from '../../src/licensing/token'
import type { Database } from '../../src/licensing/types'
import { cookieName } from '../../src/portal/session/cookie'
import { rankCustomers } from '../../src/reports/rankCustomers'
import { recount } from '../../src/statistics/recount'
import type { Shop } from './scaleCalls'
import { seedAccounts } from './seedAccounts'
import { seedHistory } from './seedHistory'
import { seedImports } from './seedImports'
import { seedShop } from './seedShop'
import { equip, findDeliveries, findDocuments, issueTokens, watchWidgets } from './shopDocuments'

/**
 * Fills an empty database with a shop, counts what the worker would count, and signs in an administrator and a customer who has six
 * licences, as one has in a shop of any size.
 */
export async function openShop(payload: Payload, url: string, licenses: number): Promise<Shop> {
  await migrate(payload)
  const { drizzle: db } = payload.db as unknown as { drizzle: Database }
  const customers = Math.ceil(licenses / 5)
  const size = { customers, isExpiring: true, licenses, mostActivations: 6, products: 20 }
  await seedShop(url, db, size)
  await seedHistory(url, db)
  await seedAccounts(url, db)
  const imports = await seedImports(url, db)
  await rankCustomers(payload)
  await recount(payload)
  await payload.updateGlobal({
    data: {
      allowClaiming: true,
      allowCustomerDeactivation: true,
      allowDownloads: true,
      rateLimitPerMinute: 1_000_000,
      slotReleasesPerMonth: 5,
    },
    slug: 'settings',
  })
  await release(payload)
  const { rows } = await db.execute(sql`
    with typical as (
      select customer_id from licenses where customer_id is not null group by customer_id having count(*) = 6 limit 200)
    select a.id as activation, a.domain, c.id as customer, c.client_id as client, l.code, l.id as license, p.id as product,
      p.reference_id as reference, (select v.id from versions v where v.product_id = p.id limit 1) as version,
      (select o.id from typical u join customers o on o.client_id = u.customer_id
        where o.id <> c.id and o.confirmed_at is not null limit 1) as other
    from typical t join customers c on c.client_id = t.customer_id and c.confirmed_at is not null
      join licenses l on l.customer_id = t.customer_id join products p on p.id = l.product_id
      join activations a on a.license_id = l.id and a.is_active
    order by a.id limit 1`)
  const found = rows[0] as Record<
    | ('activation' | 'client' | 'code' | 'customer' | 'domain')
    | ('license' | 'other' | 'product' | 'reference' | 'version'),
    string
  >
  const issue = async (kind: 'external' | 'internal') => {
    const made = await payload.create({ collection: 'api-keys', data: { kind, name: 'Bench' } })
    return (made as unknown as { key: string }).key
  }
  const login = { email: 'bench@example.com', password: randomBytes(12).toString('hex') }
  await payload.create({ collection: 'users', data: login })
  const { token: jwt = '' } = await payload.login({ collection: 'users', data: login })
  const session = await openSession(await createLocalReq({}, payload), db, {
    customer: found.customer,
    deviceToken: null,
    isRemembered: true,
    method: 'password',
  })
  const keys = { external: await issue('external'), internal: await issue('internal') }
  const { filename, login: ofCustomer } = await equip(payload, db, found.customer)
  return {
    activation: {
      domain: found.domain,
      id: found.activation,
      token: createTokenSigner(payload.secret).sign(found.activation),
    },
    client: found.client,
    cookie: `${cookieName(payload, 'session')}=${session.token}`,
    customer: found.customer,
    deliveries: await findDeliveries(db),
    documents: await findDocuments(db),
    files: { avatars: filename, 'release-files': 'Product 1.txt' },
    imports,
    jwt,
    keys,
    license: { code: found.code, id: found.license },
    login: ofCustomer,
    other: found.other,
    product: found.product,
    reference: found.reference,
    tokens: await issueTokens(payload, db, found),
    version: found.version,
    widgets: await watchWidgets(payload),
  }
}

/** A file of every product. */
async function release(payload: Payload): Promise<void> {
  const { docs } = await payload.find({ collection: 'products', limit: 100 })
  for (const { id: product, name } of docs) {
    const data = Buffer.from(name)
    const file = { data, mimetype: 'text/plain', name: `${name}.txt`, size: data.length }
    const { id: mainFile } = await payload.create({ collection: 'release-files', data: {}, file })
    await payload.create({
      collection: 'versions',
      data: { mainFile, product, releasedAt: '2020-01-01', version: '1.0' },
    })
  }
}
