import { z } from 'zod'

import { extensionsOf } from '../../extensions/extensionsOf'
import { runAfter } from '../../extensions/runAfter'
import { tellDeactivated } from '../../extensions/tellDeactivated'
import { licensingSettings } from '../../../collections/Settings/licensingSettings'
import { registerSale } from '../../envato/registerSale'
import { activate as activateLicense } from '../../licensing/activate'
import { findLicenseByCode } from '../../licensing/repository/licenses'
import { flag, optional, readBody, requiredText, text } from '../body'
import { ApiError } from '../errors'
import { readInstallation } from '../installation'
import type { ApiContext } from '../types'
import { tellEntitlements } from './entitlements'
import { describeInstallations, refuse, refuseUnwanted } from './refuse'

export const activateSchema = z.object({
  client_name: text().nullish(),
  fingerprint: text().nullish(),
  include_installations: optional(flag()),
  license_code: requiredText(),
  product_id: requiredText(),
  verify_type: optional(z.enum(['envato', 'non_envato'])),
})

/** `POST /license/activate`: activates a licence for the calling installation. */
export async function activate(context: ApiContext): Promise<Response> {
  const body = await readBody(context, activateSchema)
  const installation = readInstallation(context, body)
  const call = {
    action: 'activate',
    installation,
    licenseCode: body.license_code,
    productReferenceId: body.product_id,
  } as const
  const unwanted = await refuseUnwanted(context, call)
  if (unwanted) return unwanted

  const { db, payload, settings, signer } = context.get('services')
  const { hooks } = extensionsOf(payload.config)
  if (body.verify_type === 'envato') await lookUpPurchase(context, call)
  const outcome = await activateLicense({
    beforeTakingSlot: async (args) => (await hooks.beforeActivate?.(args)) ?? null,
    db,
    installation,
    licenseCode: body.license_code,
    productReferenceId: body.product_id,
    settings: licensingSettings(await settings()),
  })
  if (!outcome.ok) {
    const wantsDetails =
      context.req.header('x-api-details') === 'installations' || body.include_installations === true
    const details =
      wantsDetails && outcome.license && outcome.atLimit
        ? await describeInstallations(context, outcome.license.id, outcome.atLimit)
        : undefined
    return refuse(context, outcome.code, { ...call, licenseId: outcome.license?.id }, details)
  }
  const { activation, license, replaced } = outcome
  await tellDeactivated(payload, 'system', replaced)
  await runAfter(payload, 'afterActivate', hooks.afterActivate, { activation, license })
  const token = signer.sign(outcome.activation.id)
  return context.json({
    is_active: true,
    message: context.get('messages').activated,
    lic_response: token,
    data: { license_data: token },
    ...tellEntitlements(outcome.license),
  })
}

/**
 * A purchase code that has no licence yet gets one where Envato knows it.
 *
 * @throws ApiError 503 where Envato cannot be asked: that is no verdict on the code
 */
async function lookUpPurchase(
  context: ApiContext,
  { licenseCode, productReferenceId }: { licenseCode: string; productReferenceId: string },
): Promise<void> {
  const { db, payload, settings } = context.get('services')
  if (await findLicenseByCode(db, licenseCode, licensingSettings(await settings()))) return
  const found = await registerSale(payload, { code: licenseCode, productReferenceId })
  if (found === 'unavailable') {
    throw new ApiError(503, 'unavailable', { retryAfterSeconds: 30 })
  }
}
