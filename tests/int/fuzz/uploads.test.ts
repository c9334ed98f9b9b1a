import { readdir, readlink } from 'node:fs/promises'
import path from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { pathOnDisk } from '../../../src/storage/disk'
import { openApi, type TestApi } from '../api/support/api'
import { inputs, seed } from '../../support/hostile'
import { expectNoTransaction, queryOf } from '../../support/intact'

const boundary = 'edge'
const patience = 600_000
let api: TestApi
let next = 0

beforeAll(async () => {
  api = await openApi()
  await api.saveSettings({ rateLimitPerMinute: 1_000_000 })
})
afterAll(() => api.close())

/** The body of an upload that is in order. */
function whole(version: string): Buffer {
  const part = (head: string, content: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
  return Buffer.from(
    [
      part('name="version"', version),
      part(`name="main_file"; filename="app-${version}.zip"`, 'x'.repeat(300)),
      part(`name="sql_file"; filename="app-${version}.sql"`, 'select 1;'),
      `--${boundary}--\r\n`,
    ].join(''),
  )
}

async function send(body: Buffer) {
  const response = await api.app.fetch(
    new Request('http://localhost/api/internal/products/TIDEMARK/versions', {
      body: new Uint8Array(body),
      headers: {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'x-api-key': api.keys.internal,
      },
      method: 'POST',
    }),
  )
  return { status: response.status, text: await response.text() }
}

async function onDisk() {
  const folder = path.dirname(pathOnDisk(api.payload, 'release-files', 'x'))
  const names = await readdir(folder, { recursive: true })
  return {
    incoming: names.filter((name) => name.startsWith('.incoming/')),
    kept: names.filter((name) => !name.startsWith('.incoming')).length,
  }
}

/** Files that this process holds open though they are gone. */
async function heldOpen(): Promise<string[]> {
  const handles = await readdir('/proc/self/fd')
  const files = await Promise.all(
    handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => '')),
  )
  return files.filter((file) => file.includes('.incoming'))
}

it.each(['folder/', '..', 'a/..', '.', '\\', '\u0001\u0002', '/\u0085'])(
  'takes a file by the name of its field where its own, %j, says nothing',
  async (filename) => {
    const version = `8.${(next += 1)}`
    const body = whole(version).toString().replace(`app-${version}.sql`, filename)
    const { status, text } = await send(Buffer.from(body))
    expect(`${status}: ${text}`).toMatch(/^201: /)
    expect(text).toMatch(/"sql_file":\{"filename":"sql_file/)
  },
)

const damage = fc.record({
  /** Where it breaks off, in thousandths of its length. */
  end: fc.oneof(fc.constant(1000), fc.nat(999)),
  /** Bytes that came as others, and where. */
  garbled: fc.array(fc.tuple(fc.nat(999), fc.nat(255)), { maxLength: 3 }),
})

it(
  'whatever becomes of an upload on its way, it is taken whole or not at all: no temporary file, a line of the log for each that is there',
  async () => {
    const query = queryOf(api.databaseUrl)
    expect((await send(whole('whole'))).status).toBe(201)
    const [{ versions: before } = {}] = await query(
      'select count(*)::int as versions from versions',
    )
    let taken = Number(before)
    let refused = 0
    await fc.assert(
      fc.asyncProperty(damage, async ({ end, garbled }) => {
        const body = whole(`9.${(next += 1)}`)
        const at = (share: number) => Math.floor((body.length * share) / 1000)
        for (const [where, byte] of garbled) body[at(where)] = byte
        const before = await onDisk()
        const { status, text } = await send(body.subarray(0, at(end)))
        expect(`${status}: ${text}`).toMatch(/^(201|400|413|422): /)
        expect(text).not.toMatch(/node_modules|\.incoming|\bat .+:\d+:\d+|\/src\//)
        const { incoming, kept } = await onDisk()
        expect(incoming).toEqual([])
        expect(await heldOpen()).toEqual([])
        if (status === 201) taken += 1
        else refused += 1
        if (status !== 201) expect(kept).toBe(before.kept)
      }),
      { endOnFailure: true, numRuns: Math.ceil(inputs * 0.1), seed },
    )
    expect(refused).toBeGreaterThan(0)
    const [row] = await query(
      `select (select count(*)::int from versions) as versions,
         (select count(*)::int from activity_log where event = 'version.created') as logged`,
    )
    expect(row).toEqual({ logged: taken, versions: taken })
    await expectNoTransaction(query)
  },
  patience,
)
