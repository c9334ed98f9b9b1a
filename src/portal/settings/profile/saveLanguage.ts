import type { PayloadRequest } from 'payload'

import type { CustomerLanguage } from '../../../../collections/Customers/fields/language'
import { slugOf } from '../../../slugs/slugOf'

/**
 * Writes a customer's language, and nothing else of the row.
 *
 * @param language null for none of their own: the portal follows the browser
 */
export async function saveLanguage(
  req: PayloadRequest,
  id: string,
  language: CustomerLanguage | null,
): Promise<void> {
  await req.payload.db.updateOne({
    collection: slugOf('customers'),
    data: { language, updatedAt: new Date().toISOString() },
    id,
    req,
    returning: false,
  })
}
