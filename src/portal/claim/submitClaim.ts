'use server'

import { notFound, redirect } from 'next/navigation'

import { claimLicense } from '../../holders/claimLicense'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { textOf } from '../actions/textOf'
import { requireCustomer } from '../session/customer'
import { portalRequest } from '../session/request'
import { licensePath, paths } from '../shell/paths'

export type ClaimState = {
  code: string
  error: 'codeMissing' | 'failed' | 'tooMany' | 'unconfirmed' | 'unknown' | null
  minutes?: number
}

/**
 * Adds a licence to the customer's account by its code.
 *
 * @throws Next's redirect to the licence, or its 404 where the settings do not let customers do this
 */
export async function submitClaim(_previous: ClaimState, sent: unknown): Promise<ClaimState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer } = await requireCustomer(paths.addLicense)
  const code = textOf(form.get('code'))
  const req = await portalRequest(customer)
  const result = await claimLicense(req, customer, code).catch((err: unknown) => {
    req.payload.logger.error({ err, msg: 'A customer could not add a license' })
    return { outcome: 'failed' } as const
  })
  if (result.outcome === 'off') notFound()
  if (result.outcome === 'claimed' || result.outcome === 'own') {
    redirect(`${licensePath(result.license)}?claimed=${result.outcome}`)
  }
  return {
    code,
    error: result.outcome,
    minutes: result.outcome === 'tooMany' ? Math.ceil(result.retryAfter / 60) : undefined,
  }
}
