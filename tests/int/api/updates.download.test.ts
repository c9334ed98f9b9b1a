import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { release, sha256 } from '../releases/support'
import { from } from './support/api'
import { bytes, openUpdateApi, type UpdateApi, verdictOf } from './support/updates'

let activated: UpdateApi['activated']
let api: UpdateApi['api']
let fetchFile: UpdateApi['fetchFile']
let licensed: { token: string }
let post: UpdateApi['post']

beforeAll(async () => {
  ;({ activated, api, fetchFile, post } = await openUpdateApi())
  licensed = await activated()
})
afterAll(() => api.close())

describe('download', () => {
  it('gives the file byte for byte, and parts of it', async () => {
    const body = { license_data: licensed.token, product_id: 'TIDEMARK' }
    const whole = await fetchFile('/1.10.0/download/main', body)
    expect([whole.status, whole.headers.get('x-lm-checksum-sha256')]).toEqual([200, sha256(bytes)])
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
    const part = await fetchFile('/1.10.0/download/main', body, { range: 'bytes=-10' })
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      'bytes 199990-199999/200000',
    ])
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(-10))).toBe(true)
    const beyond = await fetchFile('/1.10.0/download/main', body, { range: 'bytes=200000-' })
    expect(beyond.status).toBe(416)
    const script = await fetchFile('/1.10.0/download/sql', body)
    expect(await script.text()).toBe('select 1;')
  })

  it('needs no product where the licence tells it, and takes the update_id for the version', async () => {
    const byName = await fetchFile('/1.10.0/download/sql', { license_data: licensed.token })
    expect(await byName.text()).toBe('select 1;')
    const { body } = await post('/latest', {})
    const { update_id: id } = body.data as { update_id: string }
    const byId = await fetchFile(`/${id}/download/sql`, { license_data: licensed.token })
    expect(await byId.text()).toBe('select 1;')
  })

  it.each([
    ['an unknown version', '/9.9/download/main'],
    ['a version that is withdrawn', '/3.0.0/download/main'],
    ['a version to come', '/4.0.0/download/main'],
    ['a version without a file', '/1.2.0/download/main'],
    ['a type that there is not', '/1.10.0/download/constructor'],
    ['a path', '/..%2f..%2fetc%2fpasswd/download/main'],
  ])('answers 404 to %s', async (_, path) => {
    const { status } = await post(path, { license_data: licensed.token })
    expect(status).toBe(404)
  })

  it('refuses who has no licence, one for another domain, or one whose updates have ended', async () => {
    const path = '/1.10.0/download/main'
    expect((await post(path, {})).status).toBe(422)
    const body = { license_data: licensed.token }
    expect(verdictOf(await post(path, body, from('elsewhere.example')))).toEqual([
      200,
      false,
      'not_activated',
    ])
    const { token } = await activated({ updatesUntil: '2026-02-28T23:59:59.000Z' })
    expect(verdictOf(await post(path, { license_data: token }))).toEqual([
      200,
      false,
      'updates_expired',
    ])
    const older = await fetchFile('/1.0.0/download/main', { license_data: token })
    expect(await older.text()).toBe('one')
  })

  it("never gives another product's file for a licence", async () => {
    const other = await api.payload.create({
      collection: 'products',
      data: { name: 'Ledger', referenceId: 'LEDGER' },
    })
    const { id } = await release(api.payload, other.id, { main: 'ledger', version: '7.0.0' })
    for (const [version, product] of [
      ['7.0.0', 'LEDGER'],
      [id, 'LEDGER'],
      [id, 'TIDEMARK'],
      [id, undefined],
      ['7.0.0', undefined],
    ]) {
      const answer = await post(`/${version}/download/main`, {
        license_data: licensed.token,
        product_id: product,
      })
      expect(answer.body.is_active ?? false).toBe(false)
      expect([200, 404]).toContain(answer.status)
    }
  })

  it('asks for no licence where the product does not, but for an active product', async () => {
    const free = await api.payload.create({
      collection: 'products',
      data: { licenseUpdate: false, name: 'Free', referenceId: 'FREE' },
    })
    await release(api.payload, free.id, { main: 'free', version: '1.10.0' })
    const given = await fetchFile('/1.10.0/download/main', { product_id: 'FREE' })
    expect(await given.text()).toBe('free')
    const unclear = await post('/1.10.0/download/main', { product_id: undefined })
    expect([unclear.status, Object.keys(unclear.body.errors as object)]).toEqual([
      422,
      ['product_id'],
    ])
    await api.payload.update({ collection: 'products', data: { isActive: false }, id: free.id })
    const off = await post('/1.10.0/download/main', { product_id: 'FREE' })
    expect(verdictOf(off)).toEqual([200, false, 'product_inactive'])
  })

  it('tells the size in headers, without the file', async () => {
    const path = '/1.10.0/download/main/size?product_id=TIDEMARK'
    const answer = await fetchFile(path)
    expect([answer.headers.get('content-length'), answer.headers.get('content-type')]).toEqual([
      '200000',
      'application/zip',
    ])
    const body = Buffer.from(await answer.arrayBuffer())
    expect([body.length, body.every((byte) => byte === 0)]).toEqual([200_000, true])
    const head = await api.app.fetch(
      new Request(`http://localhost/api/external/update${path}`, {
        headers: { 'x-api-key': api.keys.external },
        method: 'HEAD',
      }),
    )
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '200000'])
  })
})
