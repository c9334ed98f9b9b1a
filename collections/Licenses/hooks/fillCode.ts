import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import type { License } from '../../../payload-types'
import { codeKey, generateLicenseCode } from '../../../src/licensing/codes'
import { getSettings } from '../../Settings/getSettings'

/** Where a request's context has a format of codes of its own. */
export const codeFormatKey = 'licenseCodeFormat'

/** Makes a code where none is given and keeps the key that codes are compared by beside it. */
export const fillCode: CollectionBeforeValidateHook<License> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const given = data.code?.trim()
  const code = given || (operation === 'create' ? await newCode(req) : originalDoc?.code)
  return { ...data, code, codeKey: codeKey(code ?? '') }
}

/** In the format that the request's context names, else in that of the settings. */
async function newCode(req: PayloadRequest): Promise<string> {
  const given = req.context[codeFormatKey]
  if (typeof given === 'string') return generateLicenseCode(given)
  return generateLicenseCode((await getSettings(req)).licenseCodeFormat)
}
