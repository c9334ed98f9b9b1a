import { endActivation, findActivationById } from './repository/activations'
import { lockLicense } from './repository/licenses'
import type { Database, Deactivator } from './types'

/** Ends an activation by its id, for callers who may end any. */
export async function deactivateById({
  activationId,
  by,
  db,
  now = new Date(),
}: {
  activationId: string
  by: Deactivator
  db: Database
  now?: Date
}): Promise<'not_active' | 'not_found' | 'ok'> {
  return db.transaction(async (transaction) => {
    const activation = await findActivationById(transaction, activationId)
    if (!activation) return 'not_found'
    await lockLicense(transaction, activation.licenseId)
    return (await endActivation(transaction, activationId, by, now)) ? 'ok' : 'not_active'
  })
}
