import { afterAll, beforeAll, expect, it } from 'vitest'

import { openLicensing, type TestLicensing } from './support/licensing'
import { raceBehindLock } from './support/lock'

let test: TestLicensing

beforeAll(async () => {
  test = await openLicensing()
})
afterAll(() => test.close())

it('a licence is deleted while its installations activate, without a deadlock and without a rest', async () => {
  const license = await test.createLicense()
  await test.activated(license, 'example.com')
  const activate = (domain: string) => () =>
    test.activated(license, domain).then(
      () => 'activated',
      (error: unknown) => String(error),
    )
  const remove = () =>
    test.payload.delete({ collection: 'licenses', id: license.id }).then(() => 'deleted')
  const results = await raceBehindLock({
    calls: [
      activate('example.com'),
      activate('other.example.com'),
      remove,
      activate('example.com'),
      activate('other.example.com'),
    ],
    licenseId: license.id,
    pool: test.pool,
  })
  const answers = results.map((result) =>
    result.status === 'fulfilled' ? result.value : String(result.reason),
  )
  expect(answers[2]).toBe('deleted')
  const expected = ['activated', 'deleted', 'Error: refused: not_found']
  expect(answers.filter((answer) => !expected.includes(answer))).toEqual([])
  const left = await test.query('select 1 from activations where license_code = $1', [license.code])
  expect(left).toEqual([])
})
