'use server'

import { refresh } from 'next/cache'

import { transactionOf } from '../../../../collections/transaction'
import { deleteSession, deleteSessions } from '../../../accounts/sessions/repository'
import { formOf } from '../../actions/formOf'
import { refuseForeignOrigin } from '../../actions/refuse'
import { textOf } from '../../actions/textOf'
import { requireCustomer } from '../../session/customer'
import { settingsPath } from '../tabs'

export type EndState = 'ended' | 'failed' | 'idle'

/** Ends one of the customer's own sessions. Another customer's is not found. */
export async function endOwnSession(_previous: EndState, sent: unknown): Promise<EndState> {
  return end((customer) => async (db) => {
    await deleteSession(db, customer.id, textOf(formOf(sent).get('id')))
  })
}

/** Ends all of the customer's sessions but this one. */
export async function endOtherSessions(): Promise<EndState> {
  return end((customer) => async (db) => {
    await deleteSessions(db, customer.id, customer.sessionId)
  })
}

type Database = Awaited<ReturnType<typeof transactionOf>>
type Customer = Awaited<ReturnType<typeof requireCustomer>>['customer']

async function end(
  operationFor: (customer: Customer) => (db: Database) => Promise<void>,
): Promise<EndState> {
  await refuseForeignOrigin()
  const { customer, req } = await requireCustomer(settingsPath('sessions'))
  try {
    await operationFor(customer)(await transactionOf(req))
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not end a session' })
    return 'failed'
  }
  refresh()
  return 'ended'
}
