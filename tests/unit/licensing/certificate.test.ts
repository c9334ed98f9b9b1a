import { generateKeyPairSync } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import {
  type CertificateTerms,
  certificateOf,
  readCertificate,
  writeCertificate,
} from '../../../src/licensing/certificate'
import type { License } from '../../../src/licensing/types'

/** A licence's certificate is believed offline: what was changed, ended or meant for elsewhere must not hold. */
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1' }]
const now = new Date('2026-03-01T12:00:00.000Z')
const daysLater = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000)

const license: License = {
  code: 'CODE-1',
  customerId: 'CUST-1',
  domains: ['*.example.com'],
  email: 'owner@example.com',
  entitlements: { api: true, seats: 5 },
  expirationDays: null,
  expiresAt: daysLater(10),
  id: 'id',
  ips: [],
  isEnvato: false,
  isValid: true,
  parallelUses: 3,
  product: { id: 'p', isActive: true, referenceId: 'LEDGER' },
  supportUntil: null,
  totalUses: null,
  type: 'subscription',
  updatesUntil: daysLater(5),
}

const certify = (terms: Partial<CertificateTerms> = {}, of: License = license) =>
  certificateOf(of, { keyId: 'k1', now, productName: 'Ledger', validDays: 30, ...terms })
const fileOf = (terms: Partial<CertificateTerms> = {}, of: License = license) =>
  writeCertificate(certify(terms, of), privateKey)

describe('a certificate', () => {
  it('says what the licence allows, for whom and how long', () => {
    const verdict = readCertificate(fileOf(), keys, { now })
    expect(verdict).toEqual({
      certificate: {
        bound_to: null,
        code: 'CODE-1',
        customer: { client_id: 'CUST-1', email: 'owner@example.com' },
        domains: ['*.example.com'],
        entitlements: { api: true, seats: 5 },
        expires_at: daysLater(10).toISOString(),
        ips: [],
        issued_at: now.toISOString(),
        key_id: 'k1',
        limits: { parallel_uses: 3, total_uses: null },
        product: { name: 'Ledger', reference_id: 'LEDGER' },
        status: 'active',
        support_until: null,
        type: 'subscription',
        updates_until: daysLater(5).toISOString(),
        valid_until: daysLater(10).toISOString(),
      },
      ok: true,
    })
  })

  it.each([
    ['the days, where the licence lasts longer', 3, daysLater(10), daysLater(3)],
    ['the licence, where the days last longer', 30, daysLater(10), daysLater(10)],
    ['the licence, where there are no days', null, daysLater(10), daysLater(10)],
    ['the days, where the licence never ends', 3, null, daysLater(3)],
    ['nothing, where neither ends', null, null, null],
  ])('ends with %s', (_what, validDays, expiresAt, end) => {
    const certificate = certify({ validDays }, { ...license, expiresAt })
    expect(certificate.valid_until).toBe(end?.toISOString() ?? null)
  })

  it('holds until its last moment and not after', () => {
    const file = fileOf()
    const at = (moment: Date) => readCertificate(file, keys, { now: moment })
    expect(at(daysLater(10)).ok).toBe(true)
    expect(at(new Date(daysLater(10).getTime() + 1))).toEqual({ code: 'expired', ok: false })
  })

  it('that is bound to an installation holds there only', () => {
    const file = fileOf({ bound_to: { domain: 'shop.example.com' } })
    const read = (binding?: { domain: string } | { fingerprint: string }) =>
      readCertificate(file, keys, { binding, now })
    expect(read({ domain: 'shop.example.com' }).ok).toBe(true)
    for (const binding of [
      undefined,
      { domain: 'other.example.com' },
      { fingerprint: 'shop.example.com' },
    ]) {
      expect(read(binding)).toEqual({ code: 'elsewhere', ok: false })
    }
  })

  it('is a file with lines that mail programs leave alone', () => {
    const lines = fileOf().trimEnd().split('\n')
    expect(lines[0]).toBe('-----BEGIN LICENSE FILE-----')
    expect(lines.at(-1)).toBe('-----END LICENSE FILE-----')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(64)
  })

  it('survives the line ends of another system', () => {
    expect(readCertificate(fileOf().replaceAll('\n', '\r\n'), keys, { now }).ok).toBe(true)
  })
})

describe('no certificate', () => {
  const open = (file: string) => {
    const base64 = file.split('\n').slice(1, -2).join('')
    return JSON.parse(Buffer.from(base64, 'base64').toString()) as Record<string, string>
  }
  const close = (envelope: object) =>
    `-----BEGIN LICENSE FILE-----\n${Buffer.from(JSON.stringify(envelope)).toString('base64')}\n-----END LICENSE FILE-----`

  it('whose text was changed is believed', () => {
    const envelope = open(fileOf())
    const text = Buffer.from(envelope.payload ?? '', 'base64')
      .toString()
      .replace('"parallel_uses":3', '"parallel_uses":9')
    const forged = close({ ...envelope, payload: Buffer.from(text).toString('base64') })
    expect(readCertificate(forged, keys, { now })).toEqual({ code: 'forged', ok: false })
  })

  it('of another key under our key’s name is believed', () => {
    const other = generateKeyPairSync('ed25519')
    const forged = writeCertificate(certify(), other.privateKey)
    expect(readCertificate(forged, keys, { now })).toEqual({ code: 'forged', ok: false })
  })

  it('of a key that is not published is believed', () => {
    expect(readCertificate(fileOf({ keyId: 'k2' }), keys, { now })).toEqual({
      code: 'unknown_key',
      ok: false,
    })
  })

  it('with an algorithm of its own choice is believed', () => {
    for (const algorithm of ['none', 'HS256', '']) {
      const file = close({ ...open(fileOf()), algorithm })
      expect(readCertificate(file, keys, { now })).toEqual({ code: 'malformed', ok: false })
    }
  })

  it.each([
    ['', 'nothing'],
    ['-----BEGIN LICENSE FILE-----\n-----END LICENSE FILE-----', 'an empty one'],
    [close([]), 'a list'],
    [close({ algorithm: 'ed25519', key_id: 'k1', payload: 1, signature: 'x' }), 'wrong types'],
    [fileOf().slice(0, 200), 'a part'],
    ['x'.repeat(100_000), 'a long text'],
  ])('is made of %j (%s)', (file) => {
    expect(readCertificate(file, keys, { now })).toEqual({ code: 'malformed', ok: false })
  })
})
