import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { Payload } from 'payload'
import pg from 'pg'

import type { License, Product } from '../../../../payload-types'
import { activate, type ActivateArgs } from '../../../../src/licensing/activate'
import type { Activation, Database } from '../../../../src/licensing/types'
import { createTestPayload } from '../../../support/payload'
import { installationOn, settings } from './installation'

type Row = Record<string, unknown>

/** A database of its own with a product, and short ways to what the tests of the rules need. */
export type TestLicensing = {
  /** Activates for a domain and returns the activation. Throws when refused. */
  activated: (
    license: License,
    domain: null | string,
    args?: Partial<ActivateArgs>,
  ) => Promise<Activation>
  activeCount: (license: License) => Promise<number>
  close: () => Promise<void>
  createLicense: (data?: Partial<License>) => Promise<License>
  createProduct: (data?: Partial<Product>) => Promise<Product>
  db: Database
  payload: Payload
  pool: pg.Pool
  product: Product
  query: (text: string, values?: unknown[]) => Promise<Row[]>
}

/** Connections for all callers of a race to wait in the database at once. */
const poolSize = 45

/** Opens the database. To be closed after the tests of the file. */
export async function openLicensing(): Promise<TestLicensing> {
  const { close, databaseUrl, payload } = await createTestPayload()
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    idleTimeoutMillis: 0,
    lock_timeout: 4000,
    max: poolSize,
  })
  await openAll(pool)
  const db: Database = drizzle(pool)
  const createProduct = (data: Partial<Product> = {}) =>
    payload.create({ collection: 'products', data: { name: 'Tidemark', ...data } })
  const product = await createProduct()

  const query = async (text: string, values: unknown[] = []) =>
    (await pool.query<Row>(text, values)).rows

  return {
    activated: async (license, domain, args = {}) => {
      const outcome = await activate({
        db,
        installation: installationOn(domain),
        licenseCode: license.code ?? '',
        productReferenceId: product.referenceId ?? '',
        settings,
        ...args,
      })
      if (!outcome.ok) throw new Error(`refused: ${outcome.code}`)
      return outcome.activation
    },
    activeCount: async ({ id }) => {
      const rows = await query(
        'select count(*)::int as total from activations where license_id = $1 and is_active',
        [id],
      )
      return Number(rows[0]?.total)
    },
    close: async () => {
      await pool.end()
      await close()
    },
    createLicense: (data = {}) =>
      payload.create({
        collection: 'licenses',
        data: { product: product.id, type: 'perpetual', ...data },
      }),
    createProduct,
    db,
    payload,
    pool,
    product,
    query,
  }
}

/** Opens every connection now, so that no race has to wait for one. */
async function openAll(pool: pg.Pool): Promise<void> {
  const clients = await Promise.all(Array.from({ length: poolSize }, () => pool.connect()))
  for (const client of clients) client.release()
}
