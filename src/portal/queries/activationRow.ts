import type { PayloadRequest } from 'payload'

import type { Activation } from '../../../payload-types'
import { idOf } from './licenseRow'
import { productNames } from './productNames'

/** Whether an installation runs: `refused` holds a slot, but the licence is refused to it. */
export type ActivationState = 'active' | 'inactive' | 'refused'

/** An activation as the lists of the portal show it. */
export type ActivationRow = {
  activatedAt: string
  clientName: null | string
  deactivatedAt: null | string
  domain: null | string
  environment: Activation['environment']
  id: string
  ip: null | string
  licenseCode: string
  licenseId: string
  product: string
  state: ActivationState
  url: null | string
  userAgent: null | string
}

/** What a list reads of an activation. */
export const activationColumns = {
  activatedAt: true,
  clientName: true,
  deactivatedAt: true,
  domain: true,
  environment: true,
  ip: true,
  isActive: true,
  isValid: true,
  license: true,
  licenseCode: true,
  product: true,
  url: true,
  userAgent: true,
} as const

/** Adds product names to the activations of one page, with one query. */
export async function toActivationRows(
  req: PayloadRequest,
  activations: Pick<Activation, 'id' | keyof typeof activationColumns>[],
): Promise<ActivationRow[]> {
  const names = await productNames(
    req,
    activations.map(({ product }) => idOf(product)),
  )
  return activations.map((activation) => ({
    activatedAt: activation.activatedAt,
    clientName: activation.clientName ?? null,
    deactivatedAt: activation.deactivatedAt ?? null,
    domain: activation.domain ?? null,
    environment: activation.environment,
    id: activation.id,
    ip: activation.ip ?? null,
    licenseCode: activation.licenseCode,
    licenseId: idOf(activation.license),
    product: names.get(idOf(activation.product)) ?? '',
    state: stateOf(activation),
    url: activation.url ?? null,
    userAgent: activation.userAgent ?? null,
  }))
}

function stateOf({ isActive, isValid }: Pick<Activation, 'isActive' | 'isValid'>): ActivationState {
  if (!isActive) return 'inactive'
  return isValid === false ? 'refused' : 'active'
}
