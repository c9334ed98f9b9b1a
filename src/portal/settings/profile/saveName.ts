import type { PayloadRequest } from 'payload'
import { slugOf } from '../../../slugs/slugOf'

/**
 * Writes a customer's name. One column, not Payload's update: that one writes the whole row back as it was read, password and
 * sessions included, and so would undo a change of password or a logout at the same moment.
 */
export async function saveName(req: PayloadRequest, id: string, name: string): Promise<void> {
  await req.payload.db.updateOne({
    collection: slugOf('customers'),
    data: { name, updatedAt: new Date().toISOString() },
    id,
    req,
    returning: false,
  })
}
