import { APIError, type CollectionBeforeOperationHook } from 'payload'

/** Of points on a map, which none of our collections has; Payload fails where it is asked for them. */
const unknownOperators = new Set(['intersects', 'near', 'within'])

/**
 * Refuses conditions that the database cannot answer, which would be a failure of the server.
 *
 * @throws APIError 400
 */
export const refuseBadQuery: CollectionBeforeOperationHook = ({ args }) => {
  const { where } = args as { where?: unknown }
  if (where && !isAnswerable(where)) {
    throw new APIError('The conditions cannot be answered.', 400, null, true)
  }
}

function isAnswerable(condition: unknown): boolean {
  if (typeof condition !== 'object' || condition === null) return true
  return Object.entries(condition).every(
    ([name, value]) => !unknownOperators.has(name) && isAnswerable(value),
  )
}
