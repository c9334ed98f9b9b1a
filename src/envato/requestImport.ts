import { randomUUID } from 'node:crypto'

import type { AfterSignIn } from '../../plugins/social-login'
import { inTransaction } from '../accounts/inTransaction'
import { writeImport } from './importRepository'
import { sealTokens } from './tokens'

/**
 * Has a customer's purchases read after they signed in with Envato. A job does it: signing in waits for nothing, and where Envato does not
 * answer it is tried again.
 */
export const requestImport: AfterSignIn = async (req, { account, profile, tokens }) => {
  if (profile.provider !== 'envato') return
  const run = randomUUID()
  const sealed = sealTokens(tokens, account, req.payload.secret)
  await inTransaction(req, async (db) => {
    await writeImport(db, { customer: account, run, tokens: sealed })
    const input = { customer: account, run }
    await req.payload.jobs.queue({ input, queue: 'default', req, task: 'importPurchases' })
  })
}
