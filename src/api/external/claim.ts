import { z } from 'zod'

import { licensingSettings } from '../../../collections/Settings/licensingSettings'
import { type MaybePromise, whenKnown } from '../../async/whenKnown'
import type { ClaimArgs } from '../../licensing/claim'
import type { Database } from '../../licensing/types'
import { readBody, requiredText, text } from '../body'
import { ApiError } from '../errors'
import { readInstallation } from '../installation'
import { fieldText } from '../messages'
import type { ApiContext } from '../types'
import { type RefusedCall, refuseUnwanted } from './refuse'

/** What a call may say of its licence: the token of its activation, or the code. A token of any length is one that may be forged. */
export const licenseFields = {
  client_name: text().nullish(),
  fingerprint: text().nullish(),
  license_code: text().nullish(),
  license_data: z.string().nullish(),
  license_file: z.string().nullish(),
}

/** The body of calls about an activation. */
export const claimSchema = z.object({ ...licenseFields, product_id: requiredText() })

type LicenseBody = z.output<z.ZodObject<typeof licenseFields>>

/** What a caller claims to have, for the rules and for the record of refusals. */
export type ReadClaim = {
  args: { db: Database } & Omit<ClaimArgs, 'db'>
  call: RefusedCall
}

/** Whether a body names a licence in any way. */
export function namesLicense(body: LicenseBody): boolean {
  return [body.license_data, body.license_file, body.license_code].some((value) => value?.trim())
}

/** What a call is about, for the rules and for the record of refusals. */
export function callOf(
  context: ApiContext,
  action: RefusedCall['action'],
  body: { product_id: null | string } & LicenseBody,
): RefusedCall {
  const token = body.license_data?.trim() || body.license_file?.trim()
  const code = body.license_code?.trim()
  return {
    action,
    activationId: token ? context.get('services').signer.read(token) : null,
    installation: readInstallation(context, body),
    licenseCode: token ? null : (code ?? null),
    productReferenceId: body.product_id,
  }
}

/**
 * Reads which activation a caller means: by its token (`license_data`, formerly `license_file`) or by `license_code`.
 *
 * @returns the refusal to answer with where the caller is unwanted
 * @throws ApiError 422 without either
 */
export function readClaim(
  context: ApiContext,
  action: RefusedCall['action'],
): MaybePromise<ReadClaim | Response> {
  return whenKnown(readBody(context, claimSchema), (body) => claimOf(context, action, body))
}

/** The same for a body that was read before. */
export function claimOf(
  context: ApiContext,
  action: RefusedCall['action'],
  body: z.output<typeof claimSchema>,
): MaybePromise<ReadClaim | Response> {
  if (!namesLicense(body)) {
    const message = fieldText(context.get('messages').fields.required, 'license_data')
    throw new ApiError(422, 'invalid', { errors: { license_data: [message] } })
  }
  const call = callOf(context, action, body)
  const { activationId = null, installation, licenseCode } = call
  const { db, settings } = context.get('services')
  const readArgs = () =>
    whenKnown(settings(), (current) => ({
      args: {
        claim: licenseCode === null ? { activationId } : { licenseCode },
        db,
        installation,
        productReferenceId: body.product_id,
        settings: licensingSettings(current),
      },
      call,
    }))
  return whenKnown(
    refuseUnwanted(context, call),
    (unwanted): MaybePromise<ReadClaim | Response> => unwanted ?? readArgs(),
  )
}
