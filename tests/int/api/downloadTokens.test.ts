import { setTimeout } from 'node:timers/promises'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Queryable } from '../../../src/licensing/types'
import { release } from '../releases/support'
import { openApi, type TestApi } from './support/api'

let api: TestApi
let db: Queryable
type Link = { id: string; token: string; url: string }

beforeAll(async () => {
  api = await openApi()
  db = (api.payload.db as unknown as { drizzle: Queryable }).drizzle
  await release(api.payload, api.product.id, { main: '0123456789', version: '1.0.0' })
  await release(api.payload, api.product.id, { main: 'newest', sql: 'select 1;', version: '2.0.0' })
})
afterAll(() => api.close())

const create = (body: object = {}, headers: Record<string, string> = {}) =>
  api.call('POST', '/internal/products/TIDEMARK/download-tokens', { body, headers })

async function link(body: object = {}): Promise<Link> {
  const answer = await create(body)
  expect(answer.status).toBe(201)
  return answer.body.data as Link
}

const get = (token: string, headers: Record<string, string> = {}, method = 'GET') =>
  api.app.fetch(new Request(`http://localhost/api/download/${token}`, { headers, method }))

const statusOf = async (token: string, headers?: Record<string, string>, method?: string) =>
  (await get(token, headers, method)).status

it('opens the latest file, or the one that is named, without a key', async () => {
  const latest = await link()
  expect(latest.url).toBe(`http://localhost:3000/api/download/${latest.token}`)
  expect(await (await get(latest.token)).text()).toBe('newest')
  const older = await link({ type: 'main', version: '1.0.0' })
  const answer = await get(older.token)
  expect(answer.headers.get('content-disposition')).toContain(
    'attachment; filename="app-1.0.0.zip"',
  )
  expect(await answer.text()).toBe('0123456789')
  expect(await (await get((await link({ type: 'sql' })).token)).text()).toBe('select 1;')
})

it('has 256 bits, and is stored as its SHA-256 only', async () => {
  const { id, token } = await link()
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const { rows } = await db.execute(sql`
    select t::text as row from download_tokens t where id = ${id}
    union all select i::text from idempotency_keys i`)
  expect(JSON.stringify(rows)).not.toContain(token)
})

it('tells the token again to the same Idempotency-Key, though it is stored nowhere', async () => {
  const headers = { 'idempotency-key': 'link-1' }
  const [first, again] = [await create({}, headers), await create({}, headers)]
  expect([again.status, again.body]).toEqual([201, first.body])
  const { rows } = await db.execute(sql`select body::text from idempotency_keys`)
  expect(JSON.stringify(rows)).not.toContain((first.body.data as Link).token)
})

it('is 404 when unknown, 410 when over, 403 when used up', async () => {
  expect(await statusOf('unknown')).toBe(404)
  expect(await statusOf('%00')).toBe(404)
  const over = await link({ expires_at: '2020-01-01' })
  expect(await statusOf(over.token)).toBe(410)
  const once = await link({ max_downloads: 1 })
  expect([await statusOf(once.token), await statusOf(once.token)]).toEqual([200, 403])
})

it('is not used by a call that was told to ask again', async () => {
  const once = await link({ max_downloads: 1 })
  const other = await (api.payload.db as unknown as { pool: pg.Pool }).pool.connect()
  await other.query('begin')
  await other.query('select 1 from download_tokens where id = $1 for update', [once.id])
  const refused = await get(once.token)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])
  await other.query('rollback')
  other.release()
  // What had waited for the row has its turn.
  await setTimeout(500)
  expect([await statusOf(once.token), await statusOf(once.token)]).toEqual([200, 403])
})

it('is never used more often than it may be, by 40 at once', async () => {
  const { id, token } = await link({ max_downloads: 7 })
  const answers = await Promise.all(Array.from({ length: 40 }, () => statusOf(token)))
  expect(answers.filter((status) => status === 200)).toHaveLength(7)
  expect(answers.filter((status) => status === 403)).toHaveLength(33)
  const { downloads } = await api.payload.findByID({ collection: 'download-tokens', id })
  expect(downloads).toBe(7)
})

it('counts what delivers bytes, and neither HEAD, nor 416, nor what continues a download', async () => {
  const { token } = await link({ max_downloads: 1, version: '1.0.0' })
  expect(await statusOf(token, {}, 'HEAD')).toBe(200)
  expect(await statusOf(token, { range: 'bytes=99-' })).toBe(416)
  const first = await get(token, { range: 'bytes=0-4' })
  expect([first.status, await first.text()]).toEqual([206, '01234'])
  const rest = await get(token, { range: 'bytes=5-' })
  expect([rest.status, await rest.text()]).toEqual([206, '56789'])
  expect(await statusOf(token, { range: 'bytes=0-' })).toBe(403)
  expect(await statusOf(token, { 'if-range': '"x"', range: 'bytes=5-' })).toBe(403)
  expect(await statusOf(token, {}, 'HEAD')).toBe(403)
})

it('counts a range that continues nothing', async () => {
  const { id, token } = await link({ max_downloads: 1, version: '1.0.0' })
  expect(await statusOf(token, { range: 'bytes=5-' })).toBe(206)
  await db.execute(sql`
    update download_tokens set updated_at = now() - interval '2 hours' where id = ${id}`)
  expect(await statusOf(token, { range: 'bytes=5-' })).toBe(403)
})

it('ends with its version, its product and what is switched off', async () => {
  const version = await release(api.payload, api.product.id, { main: 'x', version: '0.9.0' })
  const named = await link({ version: version.id })
  const setActive = (isActive: boolean) =>
    api.payload.update({ collection: 'versions', data: { isActive }, id: version.id })
  await setActive(false)
  expect(await statusOf(named.token)).toBe(404)
  await setActive(true)
  expect(await statusOf(named.token)).toBe(200)
  await api.payload.delete({ collection: 'versions', id: version.id })
  expect(await statusOf(named.token)).toBe(404)
  const other = await api.payload.create({
    collection: 'products',
    data: { name: 'Ledger', referenceId: 'LEDGER' },
  })
  await api.call('POST', '/internal/products/LEDGER/download-tokens', { body: {} })
  await api.payload.delete({ collection: 'products', id: other.id })
})

it('answers 422 to versions of others and to nonsense', async () => {
  const other = await api.payload.create({
    collection: 'products',
    data: { name: 'Other', referenceId: 'OTHER' },
  })
  const { id } = await release(api.payload, other.id, { main: 'x', version: '5.5.5' })
  for (const body of [
    { version: id },
    { version: '5.5.5' },
    { version: '9' },
    { type: 'exe' },
    { max_downloads: 0 },
    { expires_at: 'soon' },
  ]) {
    expect((await create(body)).status).toBe(422)
  }
})

it('ends guessing', async () => {
  await api.saveSettings({ rateLimitPerMinute: 5 })
  const statuses: number[] = []
  for (let index = 0; index < 8; index++) statuses.push(await statusOf(`guess-${index}`))
  await api.saveSettings({ rateLimitPerMinute: 3000 })
  expect(statuses).toContain(429)
})
