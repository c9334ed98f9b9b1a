'use server'

import config from '@payload-config'
import { redirect } from 'next/navigation'
import { getPayload } from 'payload'

import { deactivateOwned } from '../../licensing/deactivateOwned'
import { createSlotLinkSigner } from '../../licensing/token'
import { refuseAction, refuseForeignOrigin } from '../actions/refuse'
import { isDeactivationAllowed } from '../queries/isDeactivationAllowed'
import { paths } from '../shell/paths'

/**
 * Ends an activation of the licence that a signed link names. Whoever has the link may do this, logged in or not: it was given to
 * somebody who knows the licence's code.
 *
 * @param form `token` of the link and `id` of the activation
 */
export async function freeSlot(form: FormData): Promise<void> {
  await refuseForeignOrigin()
  const payload = await getPayload({ config })
  const [token, id] = [form.get('token'), form.get('id')]
  const licenseId = createSlotLinkSigner(payload.secret).read(token)
  if (typeof token !== 'string' || typeof id !== 'string' || !licenseId)
    return refuseAction(undefined)
  const outcome = await deactivateOwned({
    activationId: id,
    allowed: isDeactivationAllowed,
    db: payload.db.drizzle,
    isOwn: (license) => license.id === licenseId,
  })
  if (outcome === 'not_allowed') return refuseAction(undefined)
  const result = outcome === 'deactivated' ? 'freed' : 'gone'
  redirect(`${paths.freeSlot}?token=${encodeURIComponent(token)}&result=${result}`)
}
