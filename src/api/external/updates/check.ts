import { z } from 'zod'

import { isReleaseAllowed, selectUpdate } from '../../../licensing/updates'
import { findReleaseById, listReleases } from '../../../releases/repository'
import { readBody, requiredText } from '../../body'
import type { ApiContext } from '../../types'
import { callOf, licenseFields } from '../claim'
import { refuseBlacklisted } from '../refuse'
import { readAllowance } from './allowance'
import { describeRelease } from './describe'
import { findUpdatedProduct } from './findRelease'

export const checkUpdateSchema = z.object({
  ...licenseFields,
  current_version: requiredText(64),
  product_id: requiredText(),
})

const nothingNew = {
  version: null,
  released_at: null,
  summary: null,
  changelog: null,
  update_id: null,
  has_sql: false,
  file_size: null,
  checksum: null,
  signature: null,
}

/**
 * `POST /update/check`: whether there is a version after the installed one. Who names a licence hears only of what that may have; who
 * names none, of all.
 */
export async function checkUpdate(context: ApiContext): Promise<Response> {
  const body = await readBody(context, checkUpdateSchema)
  const unwanted = await refuseBlacklisted(context, callOf(context, 'update', body))
  if (unwanted) return unwanted
  const product = await findUpdatedProduct(context, body.product_id)
  const allowance = await readAllowance(context, { body, needsLicense: false, product })
  if (allowance instanceof Response) return allowance

  const { db, payload } = context.get('services')
  const terms = { now: new Date(), updatesUntil: allowance.updatesUntil }
  const releases = await listReleases(db, product.id)
  const update = selectUpdate(
    releases.filter((release) => isReleaseAllowed(release, terms)),
    { installed: body.current_version, serveLatest: product.serveLatest },
  )
  const release = update && (await findReleaseById(db, update.id))
  const { available, upToDate } = context.get('messages').updates
  return context.json({
    is_active: true,
    message: release ? available : upToDate,
    update_available: release !== null,
    ...(release ? await describeRelease(payload, release) : nothingNew),
  })
}
