import type { Payload } from 'payload'
import type pg from 'pg'

import { closePayload } from '../../../../src/database/close'
import { setSlugs } from '../../../../src/slugs/slugOf'
import { openEmptyDatabase } from '../../../support/emptyDatabase'
import { payloadTokenOf, type Rest, restOf } from '../../../support/rest'
import { documentedBackfill, migrationOf, startHost } from './host'

export type Row = Record<string, unknown> & { id: string }

export type Shop = {
  close: () => Promise<void>
  database: pg.Client
  logIn: (email: string) => ReturnType<Rest>
  payload: Payload
  register: (email: string, name?: string) => ReturnType<Rest>
  rest: Rest
  rowOf: (email: string) => Promise<Row>
  /** A licence for each of them. */
  sellTo: (members: Row[]) => Promise<void>
  /** An administrator's token. */
  staff: string
  /** A session of the portal, as scripts send it. */
  tokenOf: (email: string) => Promise<string>
}

const password = 'a tangerine under seven bridges'

/** Who was a member before there was a licence manager. */
export const old = { email: 'old@example.com', password }

/** A shop with a member and a session of theirs, then migrated to the plugin as the manual says. */
export async function openShop(): Promise<Shop> {
  const { close, database, name, url } = await openEmptyDatabase()

  const before = await startHost(url, `${name}-before`, false)
  for (const statement of await migrationOf(before)) await database.query(statement)
  await before.create({ collection: 'members' as 'customers', data: old as never })
  await before.create({
    collection: 'staff' as 'users',
    data: { email: 'staff@example.com', password },
  })
  await payloadTokenOf(before, 'members', old)
  const payload = await startHost(url, name, true)
  for (const statement of await migrationOf(payload, before)) {
    await database.query(edited(statement))
  }
  await database.query(documentedBackfill())
  await payload.config.onInit?.(payload)
  await closePayload(before)
  await payload.updateGlobal({ data: { requireEmailVerification: false }, slug: 'settings' })

  const rest = restOf({ close: async () => undefined, databaseUrl: url, payload })
  const staff = await payloadTokenOf(payload, 'staff', { email: 'staff@example.com', password })
  const logIn = (email: string) => rest('POST', '/members/login', { body: { email, password } })
  return {
    close: async () => {
      setSlugs({})
      await closePayload(payload)
      await close()
    },
    database,
    logIn,
    payload,
    register: (email, called = 'Nora New') =>
      rest('POST', '/members/register', { body: { email, name: called, password } }),
    rest,
    rowOf: async (email) => {
      const { rows } = await database.query<Row>('select * from customers where email = $1', [
        email,
      ])
      if (!rows[0]) throw new Error(`${email} has no account.`)
      return rows[0]
    },
    sellTo: async (members) => {
      const product = await payload.create({
        collection: 'products',
        data: { name: 'Tidemark', referenceId: 'TIDEMARK' },
      })
      for (const { client_id: customerId } of members) {
        const body = { customerId, parallelUses: 1, product: product.id }
        const { status } = await rest('POST', '/licenses', { body, token: staff })
        if (status !== 201) throw new Error(`No licence was made: ${status}`)
      }
    },
    staff,
    tokenOf: async (email) => {
      const { headers, status } = await logIn(email)
      if (status !== 200) throw new Error(`${email} could not log in: ${status}`)
      return /lm-portal=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? ''
    },
  }
}

/** As the manual has the line of the name changed. */
function edited(statement: string): string {
  return statement.replace(
    'ALTER TABLE "customers" ADD COLUMN "name" varchar NOT NULL;',
    `ALTER TABLE "customers" ADD COLUMN "name" varchar NOT NULL DEFAULT '';`,
  )
}
