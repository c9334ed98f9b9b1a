import type { TaskConfig } from 'payload'

import { createAccount, type Registration } from '../../accounts/registration/register'
import { findAuthByEmail } from '../../accounts/repository/customers'
import { transactionOf } from '../../../collections/transaction'

type Task = TaskConfig<{ input: Registration; output: object }>

/** Creates the account of a registration, or tells the owner of the address that there is one. Run twice, it does so once. */
export const register: Task = {
  slug: 'register',
  handler: async ({ input, req }) => {
    const existing = await findAuthByEmail(await transactionOf(req), input.email)
    // This registration's own account, from a run that ended before it could say so.
    if (existing?.password.salt !== input.salt) await createAccount(req, input)
    return { output: {} }
  },
  inputSchema: [
    { name: 'name', type: 'text', required: true },
    { name: 'email', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'salt', type: 'text', required: true },
    { name: 'language', type: 'text' },
  ],
  retries: 5,
}
