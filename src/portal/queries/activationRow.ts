import type { PayloadRequest } from 'payload'

import { licensingSettings } from '../../../collections/Settings/licensingSettings'
import { getSettings } from '../../../collections/Settings/getSettings'
import type { Activation } from '../../../payload-types'
import { takesSlot } from '../../licensing/slots'
import { idOf } from './licenseRow'
import { productFacts } from './productFacts'

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

/** What lists are made of. */
export type StoredActivation = Pick<Activation, 'id' | keyof typeof activationColumns>

/** Adds product names to the activations of one page, with one query. */
export async function toActivationRows(
  req: PayloadRequest,
  activations: readonly StoredActivation[],
): Promise<ActivationRow[]> {
  const products = await productFacts(
    req,
    activations.map(({ product }) => idOf(product)),
  )
  return namedRows(req, activations, ({ product }) => products.get(idOf(product))?.name ?? '')
}

/**
 * The same for activations whose products' names are known.
 *
 * @param nameOf the name of an activation's product
 */
export async function namedRows(
  req: PayloadRequest,
  activations: readonly StoredActivation[],
  nameOf: (activation: StoredActivation) => string,
): Promise<ActivationRow[]> {
  const rules = licensingSettings(await getSettings(req))
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
    product: nameOf(activation),
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
