import type { PayloadRequest, Where } from 'payload'

import type { Activation } from '../../../payload-types'
import type { CertificateBinding } from '../../licensing/certificate'
import type { ActivationRow } from './activationRow'
import { isUuid } from '../../text/isUuid'
import { latestActivations } from './latestActivations'

const columns = {
  clientName: true,
  domain: true,
  fingerprint: true,
  ip: true,
  isActive: true,
  isValid: true,
  name: true,
} as const

/** An installation that a certificate can be for: it runs, and has a device or a domain by which software knows it. */
export type BindableActivation = {
  binding: CertificateBinding
} & Pick<ActivationRow, 'clientName' | 'domain' | 'fingerprint' | 'id' | 'ip' | 'name'>

/**
 * The latest installations of one of the customer's own licences that certificates can be for.
 *
 * @param license the licence's id; of another customer's there are none
 */
export async function findBindable(
  req: PayloadRequest,
  license: string,
  limit: number,
): Promise<BindableActivation[]> {
  return limit > 0 ? find(req, [{ license: { equals: license } }], limit) : []
}

/** One of these installations, or null: of what is another licence's, another customer's or ended it cannot be told whether it is there. */
export async function findBindableById(
  req: PayloadRequest,
  license: string,
  id: string,
): Promise<BindableActivation | null> {
  if (!isUuid(id)) return null
  const [activation] = await find(
    req,
    [{ id: { equals: id } }, { license: { equals: license } }],
    1,
  )
  return activation ?? null
}

async function find(
  req: PayloadRequest,
  which: Where[],
  limit: number,
): Promise<BindableActivation[]> {
  const isBindable: Where[] = [
    { isActive: { equals: true } },
    { isValid: { not_equals: false } },
    { or: [{ fingerprint: { exists: true } }, { domain: { exists: true } }] },
  ]
  const where = { and: [...which, ...isBindable] }
  return bindableOf(await latestActivations(req, { limit, select: columns, where }))
}

/** Those of some activations that certificates can be for, in their order. */
export function bindableOf(activations: readonly StoredBindable[]): BindableActivation[] {
  return activations.map(toBindable).filter((activation) => activation !== null)
}

type StoredBindable = Pick<Activation, 'id' | keyof typeof columns>

function toBindable(activation: StoredBindable): BindableActivation | null {
  const { clientName, domain, fingerprint, id, ip, isActive, isValid, name } = activation
  if (!isActive || isValid === false) return null
  const binding = fingerprint ? { fingerprint } : domain ? { domain } : null
  if (!binding) return null
  return {
    binding,
    clientName: clientName ?? null,
    domain: domain ?? null,
    fingerprint: fingerprint ?? null,
    id,
    ip: ip ?? null,
    name: name ?? null,
  }
}
