import {
  type CollectionBeforeValidateHook,
  type GlobalBeforeValidateHook,
  ValidationError,
} from 'payload'

import { findFieldErrors } from './fieldErrors'

/**
 * Reports values that the database would refuse as errors of their fields, in the admin panel, REST and GraphQL alike.
 *
 * @throws ValidationError that names the fields
 */
export const refuseUnstorable: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const errors = await findFieldErrors(collection.flattenedFields, data, originalDoc as never, req)
  if (collection.auth && data.password !== undefined && typeof data.password !== 'string') {
    errors.push({ message: 'Enter a text.', path: 'password' })
  }
  if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req })
  return data
}

/** The same for a global. */
export const refuseUnstorableInGlobal: GlobalBeforeValidateHook = async ({
  data,
  global,
  originalDoc,
  req,
}) => {
  const values = data as Record<string, unknown>
  const errors = await findFieldErrors(global.flattenedFields, values, originalDoc as never, req)
  if (errors.length > 0) throw new ValidationError({ errors, global: global.slug, req })
  return values
}
