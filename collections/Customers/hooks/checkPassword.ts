import { type CollectionBeforeValidateHook, ValidationError } from 'payload'

import { checkNewPassword } from '../../../src/accounts/passwords/checkNewPassword'
import { fill } from '../../../src/text/fill'
import { getSettings } from '../../Settings/getSettings'
import { passwordTexts } from '../passwordTexts'

type Row = { email?: string; name?: string; password?: unknown }

/**
 * A password that an administrator types is held to what customers' own are. Code of the host decides for itself: it may bring accounts
 * from elsewhere.
 *
 * @throws ValidationError on the field `password`
 */
export const checkPassword: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const { password, ...row } = (data ?? {}) as Row
  if (typeof password !== 'string' || !password || req.payloadAPI === 'local') return data
  const { email = '', name = '' } = { ...(originalDoc as Row | undefined), ...row }
  const error = await checkNewPassword(req, password, { email, name })
  if (!error) return data
  const min = String((await getSettings(req)).passwordMinLength)
  const message = fill(passwordTexts(req.i18n.language)[error], { min })
  const errors = [{ message, path: 'password' }]
  throw new ValidationError({ collection: collection.slug, errors, req })
}
