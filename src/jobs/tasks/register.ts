import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload, TaskConfig } from 'payload'

import { createAccount, type Registration } from '../../accounts/registration/register'
import { findAuthByEmail } from '../../accounts/repository/customers'
import { transactionOf } from '../../../collections/transaction'
import type { Queryable } from '../../licensing/types'
import { describeError } from '../../logging/describeError'

type Task = TaskConfig<{ input: Registration; output: object }>

const retries = 5

/**
 * Creates the account of a registration, or tells the owner of the address that there is one. Run twice, it does so once. The password's hash
 * is in the job only as long as it may be needed, and neither in what is noted of a failure nor in the log.
 */
export const register: Task = {
  slug: 'register',
  handler: async ({ input, req }) => {
    try {
      const existing = await findAuthByEmail(await transactionOf(req), input.email)
      // This registration's own account, from a run that ended before it could say so.
      if (existing?.password.salt !== input.salt) await createAccount(req, input)
    } catch (error) {
      // The message of a failed statement has its values, and Payload keeps the message.
      const { cause, message } = describeError(error)
      throw new Error(cause?.message ?? message)
    }
    return { output: {} }
  },
  onFail: async ({ input, job, req, taskStatus }) => {
    // Payload notes this same object with the failure.
    delete (input as Partial<Registration>).hash
    delete (input as Partial<Registration>).salt
    if ((taskStatus?.totalTried ?? 0) < retries) return
    await forgetPassword(req.payload, job.id).catch((err: unknown) => {
      // The clean-up finds it later.
      req.payload.logger.warn({ err, msg: 'A failed registration keeps the hash of its password' })
    })
  },
  inputSchema: [
    { name: 'name', type: 'text', required: true },
    { name: 'email', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true },
    { name: 'salt', type: 'text', required: true },
    { name: 'language', type: 'text' },
  ],
  retries,
}

/** Takes the hash out of a job that is not run again. */
async function forgetPassword({ db }: Payload, job: number | string): Promise<void> {
  const { drizzle } = db as unknown as { drizzle: Queryable }
  await drizzle.execute(sql`
    update payload_jobs set input = input - 'hash' - 'salt' where id::text = ${String(job)}`)
}
