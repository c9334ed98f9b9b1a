import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import type { Customer } from '../../../../payload-types'
import { issueToken } from '../../../../src/accounts/tokens/issueToken'
import { createTestPayload } from '../../../support/payload'
import { type Rest, restOf, tokenOf } from '../../../support/rest'
import { type Accounts, accountsOf, password } from './accounts'

/** What administrators do to an account: it locks people out, or lets them in. */
export const actions = ['confirm-email', 'send-reset', 'end-sessions', 'disable', 'enable'] as const

export type Action = (typeof actions)[number]

/** An administrator, and the accounts that they act on. */
export type AdminDesk = {
  accounts: Accounts
  act: (id: string, action: Action, options?: Parameters<Rest>[2]) => ReturnType<Rest>
  admin: string
  close: () => Promise<void>
  /** An unconfirmed customer with a session and a reset link. */
  createTarget: () => Promise<Customer & { link: string; session: string }>
  linkOf: (customer: { email: string; id: string }) => Promise<string>
  payload: Payload
  rest: Rest
  /** All that an action could change. */
  stateOf: (id: string) => Promise<Record<string, unknown>>
}

/** Opens it, on a database of its own. */
export async function openAdminDesk(): Promise<AdminDesk> {
  const test = await createTestPayload()
  const { close, payload } = test
  const accounts = accountsOf(payload)
  const rest = restOf(test)
  const credentials = { email: 'admin@example.com', password }
  await payload.create({ collection: 'users', data: credentials })
  const admin = await tokenOf(payload, 'users', credentials)
  const linkOf: AdminDesk['linkOf'] = ({ email, id }) =>
    issueToken(payload, { customer: id, email, purpose: 'resetPassword' })
  return {
    accounts,
    act: (id, action, options = { token: admin }) =>
      rest('POST', `/customers/${id}/actions/${action}`, options),
    admin,
    close,
    async createTarget() {
      const customer = await accounts.createCustomer()
      const { token } = await accounts.signIn(customer.email)
      await payload.update({
        collection: 'customers',
        data: { confirmedAt: null },
        id: customer.id,
      })
      return { ...customer, link: await linkOf(customer), session: token }
    },
    linkOf,
    payload,
    rest,
    async stateOf(id) {
      const db = await accounts.db()
      const { rows } = await db.execute(sql`
        select confirmed_at, disabled_at, updated_at,
          (select count(*) from customer_sessions where customer_id = c.id) as sessions,
          (select count(*) from customers_sessions where _parent_id = c.id) as payload_sessions,
          (select count(*) from account_tokens where customer_id = c.id and expires_at > now()) as tokens,
          (select count(*) from mails where customer_id = c.id) as mails
        from customers c where id = ${id}`)
      return rows[0] as Record<string, unknown>
    },
  }
}
