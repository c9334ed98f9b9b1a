import { APIError, type CollectionBeforeOperationHook } from 'payload'

import { asReadingNothing } from '../../src/database/isReadAsStored'

/** Of points on a map, which none of our collections has; Payload fails where it is asked for them. */
const unknownOperators = new Set(['intersects', 'near', 'within'])

/**
 * Refuses conditions that the database cannot answer, which would be a failure of the server.
 *
 * @throws APIError 400
 */
export const refuseBadQuery: CollectionBeforeOperationHook = asReadingNothing(({ args }) => {
  const { where } = args as { where?: unknown }
  if (where && !isAnswerable(where)) {
    throw new APIError('The conditions cannot be answered.', 400, null, true)
  }
})

/** Conditions, by the field that each is about, or lists of them. None may be null, as what they compare with may. */
function isAnswerable(where: unknown): boolean {
  if (typeof where !== 'object') return true
  if (where === null) return false
  return Object.entries(where).every(([name, value]: [string, unknown]) => {
    const areSeveral = /^(?:and|or)$/i.test(name) && typeof value === 'object' && value !== null
    return areSeveral ? Object.values(value).every(isAnswerable) : isKnown(value)
  })
}

function isKnown(condition: unknown): boolean {
  if (typeof condition !== 'object') return true
  return (
    condition !== null && !Object.keys(condition).some((operator) => unknownOperators.has(operator))
  )
}
