import { findActiveOf } from './repository/activations'
import { type FindActivation, findActivationWithLicense } from './repository/claims'
import { findLicenseByCode } from './repository/licenses'
import type {
  Activation,
  Installation,
  License,
  LicensingSettings,
  Queryable,
  RefusalCode,
} from './types'

/** How client software says which activation it means: by the id in its token (null when forged), or by code. */
export type Claim = { activationId: null | string } | { licenseCode: string }

export type ClaimArgs = {
  claim: Claim
  db: Queryable
  /** How an activation is found by its id. Default: by a query of `db`. */
  findActivation?: FindActivation
  installation: Installation
  productReferenceId: string
  settings: LicensingSettings
}

/** The licence and activation of a claim; the activation is null unless it is active and the caller's own. */
export type ClaimedActivation = { activation: Activation | null; license: License }

/**
 * Finds what a caller claims to have.
 *
 * @returns why there is nothing, or the licence with the activation where it is really the caller's
 */
export function resolveClaim(
  args: ClaimArgs,
): Promise<ClaimedActivation | Extract<RefusalCode, 'not_activated' | 'not_found'>> {
  return 'licenseCode' in args.claim
    ? resolveCode(args, args.claim.licenseCode)
    : resolveActivation(args, args.claim.activationId)
}

async function resolveCode(
  { db, installation, productReferenceId, settings }: ClaimArgs,
  code: string,
): Promise<'not_found' | ClaimedActivation> {
  const license = await findLicenseByCode(db, code, settings)
  if (license?.product.referenceId !== productReferenceId) return 'not_found'
  const activation = await findActiveOf(db, license.id, installation)
  return { activation, license }
}

function resolveActivation(
  {
    db,
    findActivation = (id) => findActivationWithLicense(db, id),
    installation,
    productReferenceId,
  }: ClaimArgs,
  id: null | string,
): Promise<'not_activated' | ClaimedActivation> {
  const finding = id === null ? Promise.resolve(null) : findActivation(id)
  return finding.then((found) => {
    if (found?.license.product.referenceId !== productReferenceId) return 'not_activated'
    const { activation, license } = found
    const isOwn = activation.isActive && isSamePlace(activation, installation)
    return { activation: isOwn ? activation : null, license }
  })
}

function isSamePlace(
  { domain, fingerprint }: Activation,
  installation: Pick<Installation, 'domain' | 'fingerprint'>,
): boolean {
  if (fingerprint !== null) return fingerprint === installation.fingerprint
  // An activation made without a domain is bound to no place; its token alone stands for it.
  return domain === null || domain === installation.domain
}
