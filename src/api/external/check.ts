import { z } from 'zod'

import { licensingSettings } from '../../../collections/Settings/licensingSettings'
import { checkLicense } from '../../licensing/check'
import { readBody, requiredText } from '../body'
import { readInstallation } from '../installation'
import type { ApiContext } from '../types'
import { tellEntitlements } from './entitlements'
import { refuse, refuseUnwanted } from './refuse'

export const checkSchema = z.object({ license_code: requiredText() })

/** `POST /license/check`: the status of a licence, without activating it. Tells nothing of its owner. */
export async function check(context: ApiContext): Promise<Response> {
  const { license_code: licenseCode } = await readBody(context, checkSchema)
  const installation = readInstallation(context)
  const call = { action: 'check', installation, licenseCode, productReferenceId: null } as const
  const unwanted = await refuseUnwanted(context, call)
  if (unwanted) return unwanted

  const { db, settings } = context.get('services')
  const outcome = await checkLicense({
    db,
    licenseCode,
    settings: licensingSettings(await settings()),
  })
  if (!outcome.ok) {
    return refuse(context, outcome.code, { ...call, licenseId: outcome.license?.id })
  }
  const { activeCount, license, refusal, status } = outcome
  const messages = context.get('messages')
  return context.json({
    is_active: refusal === null,
    message: refusal === null ? messages.checked.active : messages.refusals[refusal],
    ...(refusal !== null && { code: refusal }),
    data: {
      status,
      product_id: license.product.referenceId,
      type: license.type,
      expires_at: license.expiresAt?.toISOString() ?? null,
      updates_until: license.updatesUntil?.toISOString() ?? null,
      support_until: license.supportUntil?.toISOString() ?? null,
      parallel_uses: license.parallelUses,
      activations: activeCount,
      ...tellEntitlements(license),
    },
  })
}
