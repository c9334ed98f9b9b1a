import type { Access, PayloadRequest } from 'payload'

/**
 * Whether the request comes from an administrator: a user of the collection that may enter the admin panel.
 * The collection is compared, never the id alone: customers are users too.
 */
export function isAdminRequest(req: PayloadRequest): boolean {
  return req.user?.collection === req.payload.config.admin.user
}

/** Collection and global access: administrators, nobody else. */
export const isAdmin: Access = ({ req }) => isAdminRequest(req)
