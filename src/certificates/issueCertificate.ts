import type { Payload } from 'payload'

import { readSettings } from '../../collections/Settings/getSettings'
import { type CertificateBinding, certificateOf, writeCertificate } from '../licensing/certificate'
import { findLicenseById } from '../licensing/repository/licenses'
import type { Queryable, RefusalCode } from '../licensing/types'
import { validateStanding } from '../licensing/validate'
import { findProductName } from './repository'
import { currentSigningKey } from './signingKeys'

/** A certificate as a file. */
export type CertificateFile = {
  content: string
  filename: string
  keyId: string
  validUntil: null | string
}

export type CertificateOutcome = ({ ok: true } & CertificateFile) | { code: RefusalCode; ok: false }

type CertificateOptions = {
  bound_to?: CertificateBinding | null
  days?: null | number
  evenWhenOver?: boolean
  now?: Date
}

/**
 * Signs a certificate of a licence. Whether the caller may have it is decided before.
 *
 * @param bound_to the only installation that it is for; null: any
 * @param days how long it is to hold, at most as long as the settings say
 * @param evenWhenOver whether blocked and expired licences have one as well. It says what they gave and is over when it is signed.
 */
export async function issueCertificate(
  payload: Payload,
  licenseId: string,
  { bound_to = null, days = null, evenWhenOver = false, now = new Date() }: CertificateOptions = {},
): Promise<CertificateOutcome> {
  const db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  const license = await findLicenseById(db, licenseId)
  if (!license) return { code: 'not_found', ok: false }
  const refusal = validateStanding(license, now)
  const isOver = refusal === 'blocked' || refusal === 'expired'
  if (refusal && !(isOver && evenWhenOver && license.product.isActive)) {
    return { code: refusal, ok: false }
  }
  const [key, productName, { certificateDays }] = await Promise.all([
    currentSigningKey(payload),
    findProductName(db, license.product.id),
    readSettings(payload),
  ])
  const certificate = certificateOf(license, {
    bound_to,
    keyId: key.keyId,
    now,
    productName,
    validDays: fewest(days, certificateDays ?? null),
  })
  return {
    content: writeCertificate(certificate, key.privateKey),
    filename: certificateName(license.product.referenceId),
    keyId: key.keyId,
    ok: true,
    validUntil: certificate.valid_until,
  }
}

/** Reference IDs are letters, digits, dots, hyphens and underscores, so the name is safe in a header. */
export function certificateName(referenceId: string): string {
  return `${referenceId.replace(/[^\w.-]/g, '_')}.lic`
}

/** Null is without end. */
function fewest(one: null | number, other: null | number): null | number {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}
