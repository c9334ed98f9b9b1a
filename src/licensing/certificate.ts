import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

import type { Entitlements } from './entitlements'
import { deriveStatus } from './status'
import type { License, LicenseStatus } from './types'

const begin = '-----BEGIN LICENSE FILE-----'
const end = '-----END LICENSE FILE-----'
const longestFile = 64 * 1024
/** Stands before the payload when it is signed, so that a signature for anything else is none for a certificate. */
const context = 'license-file.v1.'
const dayMs = 24 * 60 * 60 * 1000

/** What a certificate says. Moments are ISO 8601 in UTC. */
export type Certificate = {
  /** What it is bound to; null: any installation. */
  bound_to: CertificateBinding | null
  code: string
  customer: { client_id: null | string; email: null | string }
  domains: string[]
  /** What the licence gives, by name. */
  entitlements: Entitlements
  /** When the licence ends; null: never. */
  expires_at: null | string
  ips: string[]
  issued_at: string
  key_id: string
  limits: { parallel_uses: null | number; total_uses: null | number }
  product: { name: string; reference_id: string }
  /** What the licence was when this was signed. Only active ones have a certificate that holds. */
  status: LicenseStatus
  support_until: null | string
  type: License['type']
  updates_until: null | string
  /** When the certificate ends, never after the licence; null: with neither. */
  valid_until: null | string
}

export type CertificateBinding = { domain: string } | { fingerprint: string }

export type CertificateTerms = {
  bound_to?: CertificateBinding | null
  keyId: string
  now: Date
  productName: string
  /** Days from now on; null: as long as the licence. */
  validDays: null | number
}

/** What a licence's certificate says. */
export function certificateOf(
  license: License,
  { bound_to = null, keyId, now, productName, validDays }: CertificateTerms,
): Certificate {
  const status = deriveStatus(license, now)
  const ends = [
    license.expiresAt?.getTime(),
    validDays === null ? undefined : now.getTime() + validDays * dayMs,
    // Over whenever it is read, also under a clock that was put back: a reader may know nothing but moments.
    status === 'blocked' ? 0 : undefined,
  ].filter((moment) => moment !== undefined)
  return {
    bound_to,
    code: license.code,
    customer: { client_id: license.customerId, email: license.email },
    domains: license.domains,
    entitlements: license.entitlements,
    expires_at: license.expiresAt?.toISOString() ?? null,
    ips: license.ips,
    issued_at: now.toISOString(),
    key_id: keyId,
    limits: { parallel_uses: license.parallelUses, total_uses: license.totalUses },
    product: { name: productName, reference_id: license.product.referenceId },
    status,
    support_until: license.supportUntil?.toISOString() ?? null,
    type: license.type,
    updates_until: license.updatesUntil?.toISOString() ?? null,
    valid_until: ends.length > 0 ? new Date(Math.min(...ends)).toISOString() : null,
  }
}

/**
 * The file of a certificate: armour around the base64 of `{"payload", "signature", "algorithm", "key_id"}`, where the payload is the base64 of
 * the certificate's JSON and the Ed25519 signature is over `license-file.v1.` and that base64.
 *
 * @param privateKey an Ed25519 key
 */
export function writeCertificate(certificate: Certificate, privateKey: KeyObject): string {
  const payload = Buffer.from(JSON.stringify(certificate)).toString('base64')
  const signature = sign(null, Buffer.from(context + payload), privateKey).toString('base64')
  const envelope = { payload, signature, algorithm: 'ed25519', key_id: certificate.key_id }
  const body = Buffer.from(JSON.stringify(envelope)).toString('base64')
  return `${begin}\n${body.replace(/.{1,64}/g, '$&\n')}${end}\n`
}

/** Why a certificate does not hold. */
export type CertificateFault = 'elsewhere' | 'expired' | 'forged' | 'malformed' | 'unknown_key'

export type CertificateVerdict =
  { certificate: Certificate; ok: true } | { code: CertificateFault; ok: false }

/**
 * Checks the file of a certificate as client software does: signature, time, and what it is bound to.
 *
 * @param keys public keys, as JSON Web Keys with `kid`, as `/.well-known/license-keys.json` has them
 */
export function readCertificate(
  file: string,
  keys: readonly { kid: string; [part: string]: unknown }[],
  { binding, now = new Date() }: { binding?: CertificateBinding; now?: Date } = {},
): CertificateVerdict {
  const envelope = openEnvelope(file)
  if (!envelope) return { code: 'malformed', ok: false }
  const jwk = keys.find(({ kid }) => kid === envelope.key_id)
  if (!jwk) return { code: 'unknown_key', ok: false }
  const key = createPublicKey({ format: 'jwk', key: jwk })
  const signed = Buffer.from(context + envelope.payload)
  if (!verify(null, signed, key, Buffer.from(envelope.signature, 'base64'))) {
    return { code: 'forged', ok: false }
  }
  const certificate = JSON.parse(
    Buffer.from(envelope.payload, 'base64').toString('utf8'),
  ) as Certificate
  if (certificate.valid_until && new Date(certificate.valid_until) < now) {
    return { code: 'expired', ok: false }
  }
  return isBoundElsewhere(certificate.bound_to, binding)
    ? { code: 'elsewhere', ok: false }
    : { certificate, ok: true }
}

type Envelope = { key_id: string; payload: string; signature: string }

function openEnvelope(file: string): Envelope | null {
  const body = file.trim()
  if (body.length > longestFile || !body.startsWith(begin) || !body.endsWith(end)) return null
  try {
    const base64 = body.slice(begin.length, -end.length)
    const envelope: unknown = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))
    return isEnvelope(envelope) ? envelope : null
  } catch {
    return null
  }
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false
  const { algorithm, key_id, payload, signature } = value as Record<string, unknown>
  return (
    algorithm === 'ed25519' &&
    [key_id, payload, signature].every((part) => typeof part === 'string')
  )
}

function isBoundElsewhere(
  bound: CertificateBinding | null,
  here: CertificateBinding | undefined,
): boolean {
  if (!bound) return false
  return JSON.stringify(bound) !== JSON.stringify(here ?? null)
}
