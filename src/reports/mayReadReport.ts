import type { PayloadRequest } from 'payload'

import { isAdminRequest } from '../../access/isAdmin'
import { slugOf } from '../slugs/slugOf'

/** Whether the request may see the report: administrators, of those whom the host lets read its ranks. */
export async function mayReadReport(req: PayloadRequest): Promise<boolean> {
  if (!isAdminRequest(req)) return false
  const { access } = req.payload.collections[slugOf('top-customers')].config
  return (await access.read({ req })) === true
}
