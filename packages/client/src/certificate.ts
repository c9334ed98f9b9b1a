import type { Entitlements, PublicKey } from './types.js'

const armour = /^-----BEGIN LICENSE FILE-----\s+([\w+/=\s]+?)\s+-----END LICENSE FILE-----\s*$/
const context = 'license-file.v1.'

/** What a certificate says, as far as this client needs it. */
export type Certificate = {
  bound_to: null | { domain?: string; fingerprint?: string }
  entitlements?: Entitlements
  issued_at: string
  product: { reference_id: string }
  valid_until: null | string
}

/**
 * Reads a certificate: the signature by one of the keys, and nothing else of it. Ed25519 by WebCrypto.
 *
 * @returns null for what is none, or is signed by nobody who is known
 */
export async function openCertificate(
  file: string,
  keys: readonly PublicKey[],
): Promise<Certificate | null> {
  try {
    const envelope = JSON.parse(textOf(armour.exec(file)?.[1] ?? '')) as Record<string, string>
    const { algorithm, key_id: keyId, payload = '', signature = '' } = envelope
    const jwk = keys.find(({ kid }) => kid === keyId)
    if (!jwk || algorithm !== 'ed25519') return null
    const { crv, kty, x } = jwk
    const key = await crypto.subtle.importKey('jwk', { crv, kty, x }, 'Ed25519', false, ['verify'])
    const signed = new TextEncoder().encode(context + payload)
    const isGenuine = await crypto.subtle.verify('Ed25519', key, bytesOf(signature), signed)
    return isGenuine ? (JSON.parse(textOf(payload)) as Certificate) : null
  } catch {
    return null
  }
}

/** Whether a certificate is of this product and installation, and holds now. */
export function holds(
  certificate: Certificate,
  here: { domain: null | string; fingerprint: null | string; now: number; productId: string },
): boolean {
  const { bound_to: bound, issued_at, product, valid_until } = certificate
  if (product.reference_id !== here.productId) return false
  // A clock that was put back does not bring a certificate back.
  if (new Date(issued_at).getTime() > here.now + 5 * 60_000) return false
  if (valid_until !== null && new Date(valid_until).getTime() < here.now) return false
  if (bound?.fingerprint !== undefined) return bound.fingerprint === here.fingerprint
  return bound?.domain === undefined || bound.domain === here.domain
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64.replace(/\s/g, ''))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function textOf(base64: string): string {
  return new TextDecoder().decode(bytesOf(base64))
}
