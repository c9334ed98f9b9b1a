import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { activate } from '../../../src/licensing/activate'
import { checkLicense } from '../../../src/licensing/check'
import { deactivateById } from '../../../src/licensing/deactivateById'
import { deactivateForCustomer } from '../../../src/licensing/deactivateForCustomer'
import { normalizeDomain, normalizeIp } from '../../../src/licensing/domains'
import { reactivate } from '../../../src/licensing/reactivate'
import { verify } from '../../../src/licensing/verify'
import { installationOn, settings } from './support/installation'
import { openLicensing, type TestLicensing } from './support/licensing'

/** What client software says of itself, and every id in an address, is anybody's text. None of it may end in an error. */
let test: TestLicensing
let license: License

beforeAll(async () => {
  test = await openLicensing()
  license = await test.createLicense()
})
afterAll(() => test.close())

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\0', '\ud800', '\udfff', "'", '\\', 'a', '$1') }),
  fc.constantFrom('a\u0000b', 'x'.repeat(100_000), "'; drop table licenses; --", '', '%'),
)

it('takes any text for code, product, installation and id', async () => {
  const { db } = test
  const none = { code: 'not_found', ok: false }
  await fc.assert(
    fc.asyncProperty(text, text, text, text, async (said, url, ip, id) => {
      const args = {
        db,
        installation: {
          clientName: said,
          domain: normalizeDomain(url),
          fingerprint: said.replaceAll('\u0000', '').slice(0, 255) || null,
          ip: normalizeIp(ip),
          url,
          userAgent: said,
        },
        licenseCode: license.code ?? '',
        productReferenceId: test.product.referenceId ?? '',
        settings,
      }
      const customer = { clientId: said, email: said }
      expect(await activate(args)).toMatchObject({ ok: true })
      expect(await activate({ ...args, licenseCode: said })).toEqual(none)
      expect(await activate({ ...args, productReferenceId: said })).toEqual(none)
      expect(await checkLicense({ db, licenseCode: said, settings })).toEqual(none)
      expect(await verify({ ...args, claim: { activationId: id } })).toMatchObject({ ok: false })
      expect(await deactivateById({ activationId: id, by: 'admin', db })).toBe('not_found')
      expect(await reactivate({ activationId: id, db, settings })).toBe('not_found')
      expect(
        await deactivateForCustomer({
          activationId: id,
          allowed: () => true,
          db,
          owner: () => customer,
        }),
      ).toBe('not_found')
    }),
    { numRuns: 60, seed: 20_270_131 },
  )
})

it('knows no licence with a code of a million characters', async () => {
  const licenseCode = 'x'.repeat(1_000_000)
  expect(await checkLicense({ db: test.db, licenseCode, settings })).toMatchObject({ ok: false })
})

it('stores what can be stored of it', async () => {
  const other = await test.createLicense()
  const said = {
    ...installationOn('example.com'),
    clientName: 'a\u0000b',
    url: `https://example.com/${'x'.repeat(5000)}`,
    userAgent: '\u0000',
  }
  await test.activated(other, 'example.com', { installation: said })
  await test.activated(other, 'example.com', { installation: said })
  expect(
    await test.query(
      'select client_name, length(url) as length, user_agent from activations where license_id = $1',
      [other.id],
    ),
  ).toEqual([{ client_name: 'ab', length: 2048, user_agent: null }])
})
