import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import type { License } from '../../../payload-types'
import { codeKey, generateLicenseCode } from '../../../src/licensing/codes'
import { getSettings } from '../../Settings/getSettings'

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

async function newCode(req: PayloadRequest): Promise<string> {
  return generateLicenseCode((await getSettings(req)).licenseCodeFormat)
}
