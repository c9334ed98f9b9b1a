import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type SanitizedCollectionConfig,
} from 'payload'

import { asReadingNothing } from './isReadAsStored'

/** What the host's own code says of an id is not stored either, as where Payload's ids are UUIDs by themselves. */
export const databaseMakesId: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const stored = originalDoc as undefined | { id?: unknown }
  if (stored?.id !== undefined) return { ...data, id: stored.id } as typeof data
  const made = { ...data } as { id?: unknown }
  delete made.id
  return made
}

/**
 * Refuses conditions on the ids of a join, which Payload would take for numbers and answer with the wrong documents.
 *
 * @throws APIError 400
 */
export const refuseIdsOfJoins: CollectionBeforeOperationHook = asReadingNothing(
  ({ args, collection }) => {
    const { where } = args as { where?: unknown }
    const names = idsOfJoins(collection)
    if (!asksFor(where, names)) return
    throw new APIError(
      'Ids of a join cannot be compared here. Ask its own collection.',
      400,
      null,
      true,
    )
  },
)

function idsOfJoins({ joins }: Pick<SanitizedCollectionConfig, 'joins'>): Set<string> {
  return new Set(
    Object.values(joins)
      .flat()
      .flatMap(({ joinPath }) => [joinPath, `${joinPath}.id`]),
  )
}

function asksFor(where: unknown, names: ReadonlySet<string>): boolean {
  if (typeof where !== 'object' || where === null) return false
  return Object.entries(where).some(([name, value]: [string, unknown]) =>
    /^(?:and|or)$/i.test(name)
      ? Object.values(value ?? {}).some((one) => asksFor(one, names))
      : names.has(name),
  )
}
