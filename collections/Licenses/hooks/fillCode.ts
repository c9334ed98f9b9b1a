import type { CollectionBeforeValidateHook } from 'payload'

import { codeKey, generateLicenseCode } from '../../../src/licensing/codes'
import { getSettings } from '../../Settings/getSettings'

/** Makes a code where none is given and keeps the key that codes are compared by beside it. */
export const fillCode: CollectionBeforeValidateHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  if (data.code !== undefined && data.code !== null && typeof data.code !== 'string') return data
  const given = data.code?.trim()
  if (given) data.code = given
  else if (operation === 'create') {
    data.code = generateLicenseCode((await getSettings(req)).licenseCodeFormat)
  } else data.code = (originalDoc as { code: string }).code
  data.codeKey = codeKey(data.code as string)
  return data
}
