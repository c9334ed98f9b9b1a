import type { FieldAccess } from 'payload'

import { isAdminRequest } from './isAdmin'

/** Field access: administrators, nobody else. */
export const isAdminField: FieldAccess = ({ req }) => isAdminRequest(req)
