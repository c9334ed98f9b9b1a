import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { License } from '../../../payload-types'
import { from, openApi, type TestApi } from './support/api'

let api: TestApi

beforeAll(async () => {
  api = await openApi()
  await api.payload.create({
    collection: 'products',
    data: { isActive: false, name: 'Withdrawn', referenceId: 'WITHDRAWN' },
  })
  await api.payload.create({
    collection: 'products',
    data: { name: 'Lantern', referenceId: 'LANTERN' },
  })
})
afterAll(() => api.close())

const activate = (
  code: string,
  domain: string,
  { headers, ...body }: Record<string, unknown> & { headers?: object } = {},
) =>
  api.call('POST', '/external/license/activate', {
    body: { license_code: code, product_id: 'TIDEMARK', ...body },
    headers: { ...from(domain), ...headers },
  })

const refusal = (code: string, message: string) => ({
  is_active: false,
  message,
  code,
  lic_response: null,
  data: null,
})

describe('a refused licence is HTTP 200 with a code and the text of the contract', () => {
  const cases: [code: string, message: string, data: Partial<License>][] = [
    ['blocked', 'Your license has been blocked.', { expiresAt: '2020-01-01', isValid: false }],
    [
      'expired',
      'Your license has expired.',
      { domains: ['other.example'], expiresAt: '2020-01-01' },
    ],
    ['domain_not_allowed', 'Domain not authorized.', { domains: ['*.other.example'] }],
    ['ip_not_allowed', 'IP address not authorized.', { ips: ['10.0.0.*'] }],
  ]

  it.each(cases)('%s: %s', async (code, message, data) => {
    const license = await api.createLicense(data)
    const { body, status } = await activate(license.code, 'example.com')
    expect([status, body]).toEqual([200, refusal(code, message)])
  })

  it('product_inactive', async () => {
    const { docs } = await api.payload.find({
      collection: 'products',
      where: { referenceId: { equals: 'WITHDRAWN' } },
    })
    const { code } = await api.createLicense({ product: docs[0]?.id })
    const { body } = await activate(code, 'example.com', { product_id: 'WITHDRAWN' })
    expect(body).toEqual(refusal('product_inactive', 'This product is not active.'))
  })

  it.each([
    ['activate', { product_id: 'TIDEMARK' }],
    ['verify', { product_id: 'TIDEMARK' }],
    ['deactivate', { product_id: 'TIDEMARK' }],
    ['check', {}],
  ])('not_found: an unknown code, at %s', async (call, body) => {
    const answer = await api.call('POST', `/external/license/${call}`, {
      body: { ...body, license_code: 'NOBODY-HAS-THIS' },
    })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(refusal('not_found', 'Your license code is invalid.'))
  })

  it('not_found: the code of another product', async () => {
    const { code } = await api.createLicense()
    const { body } = await activate(code, 'example.com', { product_id: 'LANTERN' })
    expect(body).toEqual(refusal('not_found', 'Your license code is invalid.'))
  })

  it.each(['forged', 'of another product', 'of another domain', 'of an ended activation'])(
    'not_activated: a token that is %s',
    async (what) => {
      const { code } = await api.createLicense()
      const token = (await activate(code, 'example.com')).body.lic_response as string
      const send = (call: string, args: { domain?: string; product?: string; token?: string }) =>
        api.call('POST', `/external/license/${call}`, {
          body: { license_data: args.token ?? token, product_id: args.product ?? 'TIDEMARK' },
          headers: from(args.domain ?? 'example.com'),
        })
      if (what === 'of an ended activation') await send('deactivate', {})
      const args = {
        forged: { token: token.replace(/.{4}$/, (end) => (end === 'AAAA' ? 'BBBB' : 'AAAA')) },
        'of another domain': { domain: 'other.example' },
        'of another product': { product: 'LANTERN' },
      }[what]
      for (const call of ['verify', 'deactivate']) {
        const { body, status } = await send(call, args ?? {})
        const message = 'License is invalid or not assigned to you.'
        expect([status, body]).toEqual([200, refusal('not_activated', message)])
      }
    },
  )
})

describe('at the limit', () => {
  it('says so and no more', async () => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    await activate(code, 'one.example')
    const { body, status } = await activate(code, 'two.example')
    expect([status, body]).toEqual([200, refusal('limit_reached', 'Maximum activations reached.')])
  })

  it.each([
    ['a header', { headers: { 'x-api-details': 'installations' } }],
    ['a field of the body', { include_installations: true }],
  ])('names the installations when asked by %s', async (_, ask) => {
    const { code } = await api.createLicense({ parallelUses: 1 })
    await activate(code, 'one.example', { client_name: 'Shop one' })
    const { body } = await activate(code, 'two.example', ask)
    expect(body).toEqual({
      ...refusal('limit_reached', 'Maximum activations reached.'),
      installations: [
        {
          name: 'Shop one',
          domain: 'one.example',
          activated_at: expect.stringMatching(/Z$/) as string,
          last_seen_at: expect.stringMatching(/Z$/) as string,
        },
      ],
      manage_url: expect.stringMatching(
        /^http:\/\/localhost:3000\/customer\/free-slot\?token=ls1\.[\w-]+\.[\w-]{43}$/,
      ) as string,
    })
  })

  it('over the whole life it names them without a link, as freeing one does not help', async () => {
    const { code } = await api.createLicense({ totalUses: 1 })
    await activate(code, 'one.example', { client_name: 'Shop one' })
    const { body } = await activate(code, 'two.example', { include_installations: true })
    expect(body).toMatchObject({
      code: 'limit_reached',
      installations: [{ domain: 'one.example', name: 'Shop one' }],
      manage_url: null,
    })
  })

  it('deactivates the oldest where the settings say so', async () => {
    await api.saveSettings({ atLimit: 'replaceOldest' })
    const { code } = await api.createLicense({ parallelUses: 1 })
    await activate(code, 'one.example')
    expect((await activate(code, 'two.example')).body.is_active).toBe(true)
    const { docs } = await api.payload.find({
      collection: 'activations',
      where: { and: [{ licenseCode: { equals: code } }, { isActive: { equals: true } }] },
    })
    expect(docs.map(({ domain }) => domain)).toEqual(['two.example'])
    await api.saveSettings({ atLimit: 'refuse' })
  })
})
