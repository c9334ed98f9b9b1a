import type * as fsPromises from 'node:fs/promises'
import { readdir } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'

import { createLicensingApi } from '../../../src/api/app'
import { pathOnDisk } from '../../../src/storage/disk'
import { expectNoTransaction, type Query, queryOf } from '../../support/intact'
import { sha256 } from '../releases/support'
import { openApi, type TestApi } from './support/api'

const disk = vi.hoisted(() => ({ isFull: false }))
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof fsPromises>()
  const open: typeof original.open = (file, ...rest) =>
    disk.isFull && String(file).includes('.incoming')
      ? original.open('/dev/full', 'w')
      : original.open(file, ...rest)
  return { ...original, default: { ...original, open }, open }
})

let api: TestApi
let app: ReturnType<typeof createLicensingApi>
let next = 0
let query: Query
const largestUpload = 300_000
const bytes = Buffer.from(Array.from({ length: 250_000 }, (_, index) => (index * 7) % 256))

beforeAll(async () => {
  api = await openApi()
  query = queryOf(api.databaseUrl)
  app = createLicensingApi({ clientIp: () => '192.0.2.1', largestUpload, payload: api.payload })
})
afterAll(() => api.close())
beforeEach(() => {
  next++
})

type Parts = Record<string, [data: Buffer | string, filename: string] | string>

async function send(parts: Parts, { headers = {}, path: at = '' } = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, new Blob([new Uint8Array(Buffer.from(value[0]))]), value[1])
  }
  const response = await app.fetch(
    new Request(`http://localhost/api/internal/products/TIDEMARK/versions${at}`, {
      body: form,
      headers: { 'x-api-key': api.keys.internal, ...headers },
      method: 'POST',
    }),
  )
  return { body: (await response.json()) as Record<string, unknown>, status: response.status }
}

const dataOf = ({ body }: { body: Record<string, unknown> }) => body.data as Record<string, unknown>

/** All that is on the disk: nothing may be left of a call that failed. */
async function onDisk(): Promise<string[]> {
  const folder = path.dirname(pathOnDisk(api.payload, 'release-files', 'x'))
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names.filter((name) => name !== '.incoming').sort()
}

/** How many lines the log has of versions. */
async function logged(): Promise<unknown> {
  const [row] = await query(
    `select count(*)::int as lines from activity_log where event::text like 'version.%'`,
  )
  return row?.lines
}

it.each([
  ['main_file', 'sql_file'],
  ['main', 'sql'],
])('takes a version with its files as %s and %s', async (main, sql) => {
  const answer = await send({
    [main]: [bytes, `app ${next}.zip`],
    [sql]: ['select 1;', `app-${next}.sql`],
    is_active: 'true',
    version: `1.0.${next}`,
  })
  expect(answer.status).toBe(201)
  expect(dataOf(answer)).toMatchObject({
    has_main: true,
    has_sql: true,
    is_active: true,
    main_file: { sha256: sha256(bytes), size: bytes.length },
    sql_file: { sha256: sha256('select 1;'), size: 9 },
  })
  expect((await onDisk()).filter((name) => name.startsWith('.incoming'))).toEqual([])
})

it('takes any kind of file, and gives it a safe name', async () => {
  const answer = await send({
    main_file: ['MZ', '../../..\\setup "ü".exe'],
    version: `2.0.${next}`,
  })
  expect(answer.status).toBe(201)
  const { filename } = dataOf(answer).main_file as { filename: string }
  expect(filename).toMatch(/^setup[^/\\"]*\.exe$/)
})

it('puts a file in the place of the one before, which is gone from the disk', async () => {
  const made = await send({ main_file: ['old', `old-${next}.zip`], version: `3.0.${next}` })
  const changed = await send(
    { main_file: ['new', `new-${next}.zip`] },
    { path: `/${dataOf(made).id as string}` },
  )
  expect([changed.status, dataOf(changed).main_file]).toEqual([
    200,
    { filename: `new-${next}.zip`, sha256: sha256('new'), size: 3 },
  ])
  const names = await onDisk()
  expect([names.includes(`old-${next}.zip`), names.includes(`new-${next}.zip`)]).toEqual([
    false,
    true,
  ])
})

it.each([
  ['a file that is too large', { main_file: [Buffer.alloc(largestUpload + 1), 'a.zip'] }, 413],
  ['fields that are too large', { changelog: 'x'.repeat(300_000) }, 413],
  ['a file of another name', { avatar: ['x', 'a.png'] }, 422],
  ['no version', { main_file: ['x', 'a.zip'], version: ' ' }, 422],
  ['a version that there is', { main_file: ['x', 'a.zip'], version: 'TAKEN' }, 422],
] as [string, Parts, number][])(
  'refuses %s and leaves nothing behind',
  async (_, parts, status) => {
    await send({ version: 'TAKEN' })
    const before = await onDisk()
    const answer = await send({ version: `4.0.${next}`, ...parts })
    expect([answer.status, answer.body.status]).toEqual([status, false])
    expect(await onDisk()).toEqual(before)
  },
)

it('says so when the disk is full, and leaves nothing behind', async () => {
  const [before, lines] = [await onDisk(), await logged()]
  disk.isFull = true
  const answer = await send({ main_file: [bytes, 'full.zip'], version: `5.0.${next}` })
  disk.isFull = false
  expect([answer.status, answer.body.message]).toEqual([507, 'There is no room for the file.'])
  expect([await onDisk(), await logged()]).toEqual([before, lines])
  await expectNoTransaction(query)
  expect((await send({ main_file: [bytes, 'full.zip'], version: `5.0.${next}` })).status).toBe(201)
  expect(await logged()).toBe(Number(lines) + 1)
})

it('leaves nothing of an upload that breaks off', async () => {
  const [before, lines] = [await onDisk(), await logged()]
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(
        Buffer.from('--x\r\nContent-Disposition: form-data; name="main"; filename="a"\r\n\r\nabc'),
      )
      controller.close()
    },
  })
  const response = await app.fetch(
    new Request('http://localhost/api/internal/products/TIDEMARK/versions', {
      body,
      duplex: 'half',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'x-api-key': api.keys.internal,
      },
      method: 'POST',
    } as RequestInit),
  )
  expect(response.status).toBe(400)
  expect([await onDisk(), await logged()]).toEqual([before, lines])
  await expectNoTransaction(query)
})

it('receives nothing from who may not upload', async () => {
  const before = await onDisk()
  const parts: Parts = { main_file: [bytes, 'a.zip'], version: '6' }
  expect((await send(parts, { headers: { 'x-api-key': api.keys.external } })).status).toBe(403)
  expect((await send(parts, { headers: { 'x-api-key': 'unknown' } })).status).toBe(401)
  expect(await onDisk()).toEqual(before)
})

it('answers the same key and files as the first time, and other files with 409', async () => {
  const headers = { 'idempotency-key': `upload-${next}` }
  const parts: Parts = { main_file: ['one', 'one.zip'], version: `7.0.${next}` }
  const first = await send(parts, { headers })
  const before = await onDisk()
  const again = await send(parts, { headers })
  expect([again.status, again.body]).toEqual([201, first.body])
  const other = await send({ ...parts, main_file: ['two', 'one.zip'] }, { headers })
  expect(other.status).toBe(409)
  expect(await onDisk()).toEqual(before)
})
