import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { License, Product } from '../../../payload-types'
import { issueCertificate } from '../../../src/certificates/issueCertificate'
import { currentSigningKey, publicKeys } from '../../../src/certificates/signingKeys'
import { readCertificate } from '../../../src/licensing/certificate'
import type { Queryable } from '../../../src/licensing/types'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'

/** Certificates of licences and the keys that sign them. */
let admin: string
let payload: Payload
let product: Product
let rest: Rest
let test: TestPayload

const password = 'a long enough password'

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  rest = restOf(test)
  await payload.create({ collection: 'users', data: { email: 'admin@example.com', password } })
  admin = await tokenOf(payload, 'users', { email: 'admin@example.com', password })
  product = await payload.create({
    collection: 'products',
    data: { name: 'Ledger', referenceId: 'LEDGER' },
  })
})
afterAll(() => test.close())
beforeEach(async () => {
  await db().execute(sql`delete from signing_keys`)
})

const db = () => (payload.db as unknown as { drizzle: Queryable }).drizzle

const createLicense = (data: Partial<License> = {}): Promise<License> =>
  payload.create({ collection: 'licenses', data: { product: product.id, ...data } as never })

const rotate = (token?: string) => rest('POST', '/signing-keys/rotate', { body: {}, token })

describe('a certificate', () => {
  it('is signed with a key that is published, and ends with the setting', async () => {
    const { code, id } = await createLicense({ parallelUses: 2 })
    const outcome = await issueCertificate(payload, id)
    if (!outcome.ok) throw new Error(outcome.code)
    expect(outcome.filename).toBe('LEDGER.lic')
    const verdict = readCertificate(outcome.content, await publicKeys(payload))
    expect(verdict).toMatchObject({ certificate: { code, limits: { parallel_uses: 2 } }, ok: true })
    const days = (new Date(outcome.validUntil ?? 0).getTime() - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(90)
  })

  it.each([
    ['blocked', { isValid: false }],
    ['expired', { expiresAt: '2020-01-01T00:00:00.000Z' }],
  ] as const)('is refused where the licence is %s', async (code, data) => {
    const { id } = await createLicense(data)
    expect(await issueCertificate(payload, id)).toEqual({ code, ok: false })
  })

  it('is refused where the product is switched off, or there is no such licence', async () => {
    const off = await payload.create({
      collection: 'products',
      data: { isActive: false, name: 'Off', referenceId: 'OFF' },
    })
    const { id } = await createLicense({ product: off.id })
    expect(await issueCertificate(payload, id)).toEqual({ code: 'product_inactive', ok: false })
    expect(await issueCertificate(payload, crypto.randomUUID())).toEqual({
      code: 'not_found',
      ok: false,
    })
  })
})

describe('signing keys', () => {
  it('are made once, however many ask for the first', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => currentSigningKey(payload)))
    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(1)
    expect(await publicKeys(payload)).toHaveLength(1)
  })

  it('are encrypted at rest and come back in no read', async () => {
    await currentSigningKey(payload)
    const { rows } = await db().execute(sql`select private_key from signing_keys`)
    expect(rows[0]?.private_key).toMatch(/^v1\./)
    for (const query of ['', '?depth=1&showHiddenFields=true', '?select[privateKey]=true']) {
      const { body } = await rest('GET', `/signing-keys${query}`, { token: admin })
      expect(JSON.stringify(body)).not.toContain('v1.')
    }
    const search = await rest('GET', '/signing-keys?where[privateKey][like]=v1', { token: admin })
    expect(search.status).toBe(400)
  })

  it('are replaced by an administrator; what the old one signed goes on holding', async () => {
    const { id } = await createLicense()
    const before = await issueCertificate(payload, id)
    expect((await rotate(admin)).status).toBe(200)
    const after = await issueCertificate(payload, id)
    if (!before.ok || !after.ok) throw new Error('There is no certificate.')
    const keys = await publicKeys(payload)
    const [old, next] = [before, after].map(({ content }) => readCertificate(content, keys))
    if (!old?.ok || !next?.ok) throw new Error('A certificate does not hold.')
    expect(next.certificate.key_id).not.toBe(old.certificate.key_id)
  })

  it('that are deleted end what they signed', async () => {
    const { id } = await createLicense()
    const outcome = await issueCertificate(payload, id)
    if (!outcome.ok) throw new Error(outcome.code)
    await payload.delete({ collection: 'signing-keys', where: { id: { exists: true } } })
    const verdict = readCertificate(outcome.content, await publicKeys(payload))
    expect(verdict).toEqual({ code: 'unknown_key', ok: false })
  })

  it('are made anew where PAYLOAD_SECRET is another one than it was', async () => {
    const old = await currentSigningKey(payload)
    const secret = payload.secret
    try {
      payload.secret = 'another secret of the app, long enough'
      const next = await currentSigningKey(payload)
      expect(next.keyId).not.toBe(old.keyId)
      expect((await currentSigningKey(payload)).keyId).toBe(next.keyId)
    } finally {
      payload.secret = secret
    }
  })

  it('are replaced by nobody else', async () => {
    const email = 'c@example.com'
    await payload.create({ collection: 'customers', data: { email, name: 'C', password } })
    const token = await tokenOf(payload, 'customers', { email, password })
    const { keyId } = await currentSigningKey(payload)
    expect((await rotate(token)).status).toBe(403)
    expect((await rotate()).status).toBe(403)
    expect((await currentSigningKey(payload)).keyId).toBe(keyId)
  })
})
