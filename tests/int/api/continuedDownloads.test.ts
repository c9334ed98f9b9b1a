import { randomBytes } from 'node:crypto'
import { createServer, get as httpGet, type IncomingMessage } from 'node:http'
import { type AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import type { Queryable } from '../../../src/licensing/types'
import { giveBackContinuation, reserveContinuation } from '../../../src/releases/downloadTokens'
import { release } from '../releases/support'
import { openApi, type TestApi } from './support/api'

/** A range continues a download that was counted, and is no way around the count. */
let api: TestApi
let db: Queryable
type Link = { id: string; token: string }
const mebibyte = 1024 * 1024
const small = '0123456789'
const large = randomBytes(mebibyte)
const huge = Buffer.alloc(32 * mebibyte, 'huge')

beforeAll(async () => {
  api = await openApi()
  db = (api.payload.db as unknown as { drizzle: Queryable }).drizzle
  for (const [main, version] of [
    [small, '1.0.0'],
    [large, '2.0.0'],
    [huge, '3.0.0'],
  ] as const) {
    await release(api.payload, api.product.id, { main, version })
  }
})
afterAll(() => api.close())

async function link(version: string, maxDownloads: null | number = 1): Promise<Link> {
  const { body } = await api.call('POST', '/internal/products/TIDEMARK/download-tokens', {
    body: { max_downloads: maxDownloads ?? undefined, version },
  })
  return body.data as Link
}

const get = async (token: string, range?: string) =>
  api.app.fetch(
    new Request(`http://localhost/api/download/${token}`, { headers: range ? { range } : {} }),
  )

/** How many bytes came, with the status. */
async function fetchAll(token: string, range?: string): Promise<[number, number]> {
  const answer = await get(token, range)
  const { byteLength } = await answer.arrayBuffer()
  return [answer.status, answer.status < 400 ? byteLength : 0]
}

async function rowOf(id: string): Promise<{ continued: number; downloads: number }> {
  const { rows } = await db.execute(
    sql`select continued_bytes, downloads from download_tokens where id = ${id}`,
  )
  return { continued: Number(rows[0]?.continued_bytes), downloads: Number(rows[0]?.downloads) }
}

it('all but the first byte is sent twice, and then no more', async () => {
  const { id, token } = await link('1.0.0')
  expect(await fetchAll(token)).toEqual([200, 10])
  expect(await fetchAll(token, 'bytes=1-')).toEqual([206, 9])
  expect(await fetchAll(token, 'bytes=1-')).toEqual([206, 9])
  expect(await fetchAll(token, 'bytes=1-')).toEqual([403, 0])
  expect(await fetchAll(token, 'bytes=8-')).toEqual([206, 2])
  expect(await fetchAll(token, 'bytes=9-')).toEqual([403, 0])
  expect(await rowOf(id)).toEqual({ continued: 20, downloads: 1 })
})

it('what goes beyond counts as a download, which may be continued again', async () => {
  const { id, token } = await link('1.0.0', 2)
  await fetchAll(token)
  for (let index = 0; index < 5; index += 1) await fetchAll(token, 'bytes=1-')
  expect(await rowOf(id)).toEqual({ continued: 36, downloads: 2 })
  expect(await fetchAll(token, 'bytes=1-')).toEqual([403, 0])
  const unlimited = await link('1.0.0', null)
  await fetchAll(unlimited.token)
  for (let index = 0; index < 9; index += 1) {
    expect(await fetchAll(unlimited.token, 'bytes=1-')).toEqual([206, 9])
  }
  expect(await rowOf(unlimited.id)).toEqual({ continued: 54, downloads: 4 })
})

it('a download that is interrupted again and again is continued to its end', async () => {
  const { id, token } = await link('2.0.0')
  const parts: Uint8Array[] = []
  let [received, requests] = [0, 0]
  while (received < large.length) {
    const answer = await get(token, `bytes=${received}-`)
    expect(answer.status).toBe(206)
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    const { value } = await reader.read()
    await reader.cancel()
    parts.push(value as Uint8Array)
    received += value?.length ?? 0
    requests += 1
  }
  expect(Buffer.concat(parts).equals(large)).toBe(true)
  expect(requests).toBeGreaterThan(10)
  expect(await rowOf(id)).toEqual({
    continued: large.length - (parts[0]?.length ?? 0),
    downloads: 1,
  })
})

it('50 at once never get more than twice the file', async () => {
  const { id, token } = await link('1.0.0')
  await fetchAll(token)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => fetchAll(token, `bytes=${1 + (index % 5)}-`)),
  )
  const total = answers.reduce((sum, [, length]) => sum + length, 0)
  expect(total).toBeLessThanOrEqual(20)
  expect(total).toBeGreaterThanOrEqual(15)
  expect(answers.filter(([status]) => status === 403).length).toBeGreaterThanOrEqual(45)
  expect(await rowOf(id)).toEqual({ continued: total, downloads: 1 })
})

it('50 that are read slowly get no more either, and what is not read is given back', async () => {
  const { id, token } = await link('2.0.0')
  await fetchAll(token)
  const answers = await Promise.all(Array.from({ length: 50 }, () => get(token, 'bytes=1-')))
  const open = answers.filter(({ status }) => status === 206)
  expect(open).toHaveLength(2)
  expect(await rowOf(id)).toEqual({ continued: 2 * (large.length - 1), downloads: 1 })
  for (const { body } of open) await body?.cancel()
  expect(await rowOf(id)).toEqual({ continued: 0, downloads: 1 })
})

it('a connection that breaks gives back what did not go out', async () => {
  const listener = getRequestListener((request) => api.app.fetch(request))
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { id, token } = await link('3.0.0')
  await (await get(token, 'bytes=0-0')).arrayBuffer()
  const headers = { range: 'bytes=1-' }
  const answer = await new Promise<IncomingMessage>((resolve) =>
    httpGet(`http://127.0.0.1:${port}/api/download/${token}`, { headers }, resolve),
  )
  await new Promise((resolve) => answer.once('data', resolve))
  answer.pause()
  expect((await rowOf(id)).continued).toBe(huge.length - 1)
  answer.destroy()
  await vi.waitFor(async () => {
    expect((await rowOf(id)).continued).toBeLessThan(huge.length / 2)
  })
  expect((await rowOf(id)).continued).toBeGreaterThan(0)
  server.close()
})

it('a file that is gone takes nothing of what a link allows', async () => {
  const { id, token } = await link('3.0.0')
  await (await get(token, 'bytes=0-0')).arrayBuffer()
  const { docs } = await api.payload.find({
    collection: 'release-files',
    where: { filesize: { equals: huge.length } },
  })
  await db.execute(sql`
    update release_files set filename = 'gone.zip' where id = ${docs[0]?.id}`)
  expect((await get(token, 'bytes=1-')).status).toBe(404)
  expect(await rowOf(id)).toEqual({ continued: 0, downloads: 1 })
})

it('counts bytes of any size exactly, and never below nothing', async () => {
  const { id } = await link('1.0.0', null)
  const size = 4_000_000_000_001
  await db.execute(sql`update download_tokens set downloads = 1000 where id = ${id}`)
  const reserve = (bytes: number) => reserveContinuation(db, id, { bytes, size })
  expect(await reserve(2000 * size)).toBe(true)
  expect(await reserve(1)).toBe(false)
  await giveBackContinuation(db, id, 1)
  expect(await rowOf(id)).toEqual({ continued: 2000 * size - 1, downloads: 1000 })
  expect([await reserve(2), await reserve(1)]).toEqual([false, true])
  await giveBackContinuation(db, id, 3000 * size)
  expect((await rowOf(id)).continued).toBe(0)
})
