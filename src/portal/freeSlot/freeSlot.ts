'use server'

import { redirect } from 'next/navigation'

import { clientOf } from '../../accounts/client'
import { createSlotLinkSigner } from '../../licensing/token'
import { formOf } from '../actions/formOf'
import { refuseAction, refuseForeignOrigin } from '../actions/refuse'
import { portalRequest } from '../session/request'
import { freeSlotPath } from './freeSlotPath'
import { releaseByLink } from './releaseByLink'
import { portalPayload } from '../session/payload'

const results = {
  limit_reached: {},
  not_active: { result: 'gone' },
  not_found: { result: 'gone' },
  released: { result: 'freed' },
} as const

/**
 * Ends an activation of the licence that a signed link names. Whoever has the link may do this, logged in or not: it was given to
 * somebody who knows the licence's code, or mailed to its holder. How often, the settings say.
 *
 * @param sent a form: `token` of the link and `id` of the activation
 */
export async function freeSlot(sent: unknown): Promise<void> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const payload = await portalPayload()
  const [token, id] = [form.get('token'), form.get('id')]
  const licenseId = createSlotLinkSigner(payload.secret).read(token)
  if (typeof token !== 'string' || typeof id !== 'string' || !licenseId)
    return refuseAction(undefined)
  const { ip } = clientOf(await portalRequest())
  const outcome = await releaseByLink(payload, { activationId: id, ip, licenseId })
  if (outcome === 'not_allowed') return refuseAction(undefined)
  redirect(freeSlotPath(token, results[outcome]))
}
