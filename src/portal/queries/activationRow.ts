import type { PayloadRequest } from 'payload'

import { licensingSettings } from '../../../collections/Settings/licensingSettings'
import { getSettings } from '../../../collections/Settings/getSettings'
import type { Activation } from '../../../payload-types'
import { takesSlot } from '../../licensing/slots'
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
  /** The device, as the software tells devices apart. */
  fingerprint: null | string
  id: string
  ip: null | string
  lastSeenAt: string
  licenseCode: string
  licenseId: string
  /** What the customer calls it. */
  name: null | string
  product: string
  state: ActivationState
  /** Whether it takes one of its licence's slots while it is active. */
  takesSlot: boolean
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
  fingerprint: true,
  ip: true,
  isActive: true,
  isValid: true,
  lastSeenAt: true,
  license: true,
  licenseCode: true,
  name: true,
  product: true,
  url: true,
  userAgent: true,
} as const

/** Adds product names to the activations of one page, with one query. */
export async function toActivationRows(
  req: PayloadRequest,
  activations: Pick<Activation, 'id' | keyof typeof activationColumns>[],
): Promise<ActivationRow[]> {
  const [names, settings] = await Promise.all([
    productNames(
      req,
      activations.map(({ product }) => idOf(product)),
    ),
    getSettings(req),
  ])
  const rules = licensingSettings(settings)
  return activations.map((activation) => ({
    activatedAt: activation.activatedAt,
    clientName: activation.clientName ?? null,
    deactivatedAt: activation.deactivatedAt ?? null,
    domain: activation.domain ?? null,
    environment: activation.environment,
    fingerprint: activation.fingerprint ?? null,
    id: activation.id,
    ip: activation.ip ?? null,
    lastSeenAt: activation.lastSeenAt,
    licenseCode: activation.licenseCode,
    licenseId: idOf(activation.license),
    name: activation.name ?? null,
    product: names.get(idOf(activation.product)) ?? '',
    state: stateOf(activation),
    takesSlot: takesSlot(activation.environment, rules),
    url: activation.url ?? null,
    userAgent: activation.userAgent ?? null,
  }))
}

function stateOf({ isActive, isValid }: Pick<Activation, 'isActive' | 'isValid'>): ActivationState {
  if (!isActive) return 'inactive'
  return isValid === false ? 'refused' : 'active'
}
