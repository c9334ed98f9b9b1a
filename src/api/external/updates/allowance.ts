import type { z } from 'zod'

import type { ReleasingProduct } from '../../../releases/repository'
import type { ApiContext } from '../../types'
import { type claimSchema, claimOf, namesLicense } from '../claim'
import { answerRefused, refuse, type RefusedCall } from '../refuse'
import { verifyClaim } from '../verifyClaim'

/** Up to which release the caller may have updates, null: without end; and as whom, where a licence was asked for. */
export type Allowance = { call?: RefusedCall; updatesUntil: Date | null }

type Options = {
  body: z.output<typeof claimSchema>
  /** False where a caller that names no licence may at least see what there is. */
  needsLicense: boolean
  product: ReleasingProduct
}

/**
 * What a caller may have of a product's updates. Where they need a licence, it is verified as by `verify`.
 *
 * @returns the refusal to answer with, or up to when the licence has updates
 * @throws ApiError 422 where a licence is needed and none is named
 */
export async function readAllowance(
  context: ApiContext,
  { body, needsLicense, product }: Options,
): Promise<Allowance | Response> {
  if (!product.isActive) return answerRefused(context, 'product_inactive')
  if (!product.licenseUpdate || !(needsLicense || namesLicense(body))) return { updatesUntil: null }
  const claim = await claimOf(context, 'update', { ...body, product_id: product.referenceId })
  if (claim instanceof Response) return claim
  const outcome = await verifyClaim(context, claim)
  const call = { ...claim.call, licenseId: outcome.license?.id }
  if (!outcome.ok) return refuse(context, outcome.code, call)
  return { call, updatesUntil: outcome.license.updatesUntil }
}
