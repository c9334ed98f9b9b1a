import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionAfterChangeHook } from 'payload'

import type { Customer } from '../../../payload-types'
import { transactionOf } from '../../transaction'

/** Gives the licences and activations of a customer the new Client ID where that was asked for, in the transaction of the change. */
export const moveLicenses: CollectionAfterChangeHook<Customer> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const from = previousDoc?.clientId
  const to = doc.clientId
  const isAsked = data.moveLicenses === true
  if (operation !== 'update' || !isAsked || !from || !to || from === to) return
  const db = await transactionOf(req)
  await db.execute(sql`
    update licenses set customer_id = ${to}, updated_at = now() where customer_id = ${from}`)
  await db.execute(sql`
    update activations set customer_id = ${to}, updated_at = now() where customer_id = ${from}`)
}
