import { expect, test } from '@playwright/test'
import pg from 'pg'

import { rateLimitTable } from '../../../src/http/rateLimitTable'
import { type EmptyServer, startEmptyServer } from '../../support/emptyServer'

const address = '203.0.113.21'

/** What the server adds up in memory is in the database when it has stopped. */
test('a server that is told to stop loses neither a count nor when an installation was seen', async () => {
  const server = await startEmptyServer()
  const pool = new pg.Pool({ connectionString: server.databaseUrl })
  try {
    const shop = await openShop(server)
    const activated = await shop.call('activate', { license_code: shop.code })
    const token = String(activated.lic_response)
    await pool.query(`update activations set last_seen_at = now() - interval '1 day'`)
    const told = await Promise.all(
      Array.from({ length: 20 }, () => shop.call('verify', { license_data: token })),
    )
    expect(told.every((answer) => answer.is_active === true)).toBe(true)
    await server.end()

    const seen = await pool.query<{ is_recent: boolean }>(
      `select last_seen_at > now() - interval '5 minutes' as is_recent from activations`,
    )
    expect(seen.rows).toEqual([{ is_recent: true }])
    const counted = await pool.query<{ total: number }>(
      `select sum(points)::int as total from ${rateLimitTable} where key like 'request:%'`,
    )
    expect(counted.rows).toEqual([{ total: shop.calls() }])
  } finally {
    await pool.end()
    await server.stop()
  }
})

type Answer = Record<string, unknown>

/** A shop with one licence, as its administrator makes it. */
async function openShop({ url }: EmptyServer) {
  const send = async (path: string, body: object, headers: object = {}) => {
    const response = await fetch(`${url}/api${path}`, {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Origin: url, ...headers },
      method: 'POST',
    })
    return (await response.json()) as Answer
  }
  const account = { email: 'admin@example.com', password: 'an administrator of few words' }
  const { token } = await send('/users/first-register', account)
  const create = async (collection: string, data: object) => {
    const { doc } = await send(`/${collection}`, data, { Authorization: `JWT ${String(token)}` })
    return doc as Answer
  }
  const product = await create('products', { name: 'Tidemark', referenceId: 'TIDEMARK' })
  const { code } = await create('licenses', { product: product.id, type: 'perpetual' })
  const { key } = await create('api-keys', { kind: 'external', name: 'Software' })
  let calls = 0
  return {
    call: (action: string, body: object) => {
      calls += 1
      const headers = {
        'X-API-KEY': String(key),
        'X-API-URL': 'https://shop.example.com',
        'X-API-IP': address,
      }
      return send(`/external/license/${action}`, { product_id: 'TIDEMARK', ...body }, headers)
    },
    calls: () => calls,
    code,
  }
}
