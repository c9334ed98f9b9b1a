import { type CollectionBeforeOperationHook, Forbidden } from 'payload'

import { isAdminRequest } from '../../../access/isAdmin'

const updates = ['update', 'updateByID']

/**
 * Keeps a host's update access from being a way to another password: customers change theirs in the portal, which asks for the present
 * one. Payload has no access of its own for it.
 *
 * @throws Forbidden
 */
export const refusePasswords: CollectionBeforeOperationHook = ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  const { data } = args as { data?: { password?: unknown } }
  const isAsked = updates.includes(operation) && data?.password !== undefined
  // Only code says that it overrides access; over REST and GraphQL nothing is said.
  if (isAsked && !overrideAccess && !isAdminRequest(req)) throw new Forbidden(req.t)
  return args
}
