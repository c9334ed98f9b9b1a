import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Queryable } from '../../../../src/licensing/types'
import { deliverDue } from '../../../../src/webhooks/deliverDue'
import { openApi, type TestApi } from '../../api/support/api'
import { ca, openReceiver, type Receiver } from '../receiver'

export const secret = 'a secret that both sides know'

type Row = Record<string, unknown>

/** The API, and another system that hears of what happens there. */
export type Office = {
  api: TestApi
  /** Forgets what was sent; the receiver takes everything. */
  begin: () => Promise<void>
  close: () => Promise<void>
  db: () => Queryable
  /** Sends what is due. */
  deliver: () => ReturnType<typeof deliverDue>
  /** Has everything be due. */
  makeDue: () => PromiseLike<unknown>
  receiver: Receiver
  rowsOf: () => Promise<Row[]>
}

/** Opens it, on a database of its own. */
export async function openOffice(): Promise<Office> {
  const api = await openApi()
  const receiver = await openReceiver()
  await api.saveSettings({ webhookSecret: secret, webhookUrls: [receiver.url()] })
  const db = () => (api.payload.db as unknown as { drizzle: Queryable }).drizzle
  return {
    api,
    async begin() {
      receiver.reply({ status: 200 })
      await db().execute(sql`delete from webhook_deliveries`)
      receiver.received.length = 0
    },
    async close() {
      await receiver.close()
      await api.close()
    },
    db,
    deliver: () => deliverDue(api.payload, undefined, { allowPrivate: true, ca }),
    makeDue: () =>
      db().execute(
        sql`update webhook_deliveries set next_attempt_at = now() - interval '1 second'`,
      ),
    receiver,
    rowsOf: async () =>
      (await db().execute(sql`select * from webhook_deliveries order by occurred_at`)).rows,
  }
}
