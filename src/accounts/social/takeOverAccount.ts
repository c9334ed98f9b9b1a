import type { PayloadRequest } from 'payload'

import { inTransaction } from '../inTransaction'
import { clearPassword, writeConfirmed } from '../repository/customers'
import { wipeSignInMeans } from '../repository/signInMeans'
import { deleteSessions } from '../sessions/repository'
import { voidTokens } from '../tokens/repository'

/**
 * Gives an account that was never confirmed to whoever proved to have its address. Everything that opens it or was under way was put
 * there by somebody unproved and goes: password, sessions, passkeys, authenticator app, a pending address, mailed links.
 */
export async function takeOverAccount(req: PayloadRequest, customer: string): Promise<void> {
  await inTransaction(req, async (db) => {
    await clearPassword(db, customer)
    await wipeSignInMeans(db, customer)
    await deleteSessions(db, customer)
    await voidTokens(db, customer, [
      'cancelEmailChange',
      'changeEmail',
      'confirmEmail',
      'invitation',
      'passkeyRegistration',
      'resetPassword',
      'secondFactor',
      'socialProof',
      'totpSetup',
    ])
    await writeConfirmed(db, customer)
  })
}
