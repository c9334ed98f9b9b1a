import { type ClaimArgs, resolveClaim } from './claim'
import { endActivation } from './repository/activationWrites'
import { lockLicenseRow } from './repository/licenses'
import { inTransaction } from './repository/transaction'
import type { Activation, Database, License, Outcome } from './types'

/**
 * Ends the caller's own activation and so frees its slot, whatever the state of the licence or the activation. A second call
 * finds nothing to end: `not_activated`.
 *
 * @throws the database's error when the lock takes too long
 */
export async function deactivate({
  db,
  now = new Date(),
  ...args
}: { db: Database; now?: Date } & Omit<ClaimArgs, 'db'>): Promise<
  Outcome<{ activation: Activation; license: License }>
> {
  return inTransaction(db, async (transaction) => {
    const claimed = await resolveClaim({ ...args, db: transaction })
    if (typeof claimed === 'string') return { code: claimed, ok: false }
    const { activation, license } = claimed
    if (!activation) return { code: 'not_activated', license, ok: false }
    await lockLicenseRow(transaction, license.id)
    const wasActive = await endActivation(
      transaction,
      activation.id,
      'client',
      now,
      args.installation,
    )
    if (!wasActive) return { code: 'not_activated', license, ok: false }
    return { activation: { ...activation, isActive: false }, license, ok: true }
  })
}
