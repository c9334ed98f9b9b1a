import { createPublicKey, verify } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { publicKeys, rotateSigningKey } from '../../../src/certificates/signingKeys'
import type { Queryable } from '../../../src/licensing/types'
import { pathOnDisk } from '../../../src/storage/disk'
import { findReleaseById } from '../../../src/releases/repository'
import { streamFile } from '../../../src/releases/streamFile'
import { createTestPayload } from '../../support/payload'
import { release, sha256, upload } from './support'

let payload: Payload
let close: () => Promise<void>
let db: Queryable
let productId: string
const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251))

beforeAll(async () => {
  const opened = await createTestPayload()
  payload = opened.payload
  close = opened.close
  db = (payload.db as unknown as { drizzle: Queryable }).drizzle
  productId = (await payload.create({ collection: 'products', data: { name: 'Tidemark' } })).id
})
afterAll(() => close())

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  new Request('http://localhost/file', { headers, method })

async function storedFile(version: string, main: Buffer | string) {
  const { id } = await release(payload, productId, { main, version })
  const file = (await findReleaseById(db, id))?.mainFile
  if (!file) throw new Error('The version has no file.')
  return file
}

async function isSigned(digest: { sha256?: null | string; signature?: null | string }) {
  const keys = await publicKeys(payload)
  return keys.map((key) =>
    verify(
      null,
      Buffer.from(`release-file.v1.${digest.sha256}`),
      createPublicKey({ format: 'jwk', key: { ...key } }),
      Buffer.from(digest.signature ?? '', 'base64'),
    ),
  )
}

it('has the checksum and a signature of the uploaded bytes, whatever the uploader says', async () => {
  const file = await upload(payload, 'app.zip', bytes)
  expect(file.sha256).toBe(sha256(bytes))
  expect(await isSigned(file)).toEqual([true])
  const forged = await payload.create({
    collection: 'release-files',
    data: { sha256: 'a'.repeat(64), signature: 'forged' },
    file: { data: bytes, mimetype: 'application/zip', name: 'b.zip', size: bytes.length },
  })
  expect([forged.sha256, await isSigned(forged)]).toEqual([sha256(bytes), [true]])
})

it('is read from disk where the upload is there', async () => {
  const tempFilePath = `${pathOnDisk(payload, 'release-files', 'waiting')}.tmp`
  await writeFile(tempFilePath, bytes)
  const file = await payload.create({
    collection: 'release-files',
    data: {},
    file: {
      data: Buffer.alloc(0),
      mimetype: 'application/zip',
      name: 'from-disk.zip',
      size: bytes.length,
      tempFilePath,
    },
  })
  await rm(tempFilePath)
  expect([file.sha256, file.filesize]).toEqual([sha256(bytes), bytes.length])
})

it('keeps its signature when only its fields are edited, and gets another one with other bytes', async () => {
  const before = await upload(payload, 'edited.zip', 'one')
  await rotateSigningKey(payload)
  const edited = await payload.update({ collection: 'release-files', data: {}, id: before.id })
  expect(edited.signature).toBe(before.signature)
  const replaced = await payload.update({
    collection: 'release-files',
    data: {},
    file: { data: Buffer.from('two'), mimetype: 'text/plain', name: 'two.txt', size: 3 },
    id: before.id,
  })
  expect(replaced.sha256).toBe(sha256('two'))
  expect(replaced.signatureKeyId).not.toBe(before.signatureKeyId)
  expect(await isSigned(before)).toContain(true)
})

it('gets a checksum once when it is older than checksums', async () => {
  const file = await storedFile('0.1.0', 'old bytes')
  await db.execute(sql`
    update release_files set sha256 = null, signature = null, signature_key_id = null where id = ${file.id}`)
  const old = { ...file, sha256: null, signature: null, signatureKeyId: null }
  const answers = await Promise.all([1, 2, 3].map(() => streamFile(payload, ask({}, 'HEAD'), old)))
  expect(answers.map((answer) => answer?.headers.get('x-lm-checksum-sha256'))).toEqual(
    Array(3).fill(sha256('old bytes')),
  )
  const { rows } = await db.execute(
    sql`select sha256, signature from release_files where id = ${file.id}`,
  )
  expect(rows[0]?.sha256).toBe(sha256('old bytes'))
  expect(await isSigned(rows[0] as never)).toContain(true)
})

it('is streamed byte for byte, whole and in parts', async () => {
  const file = await storedFile('1.0.0', bytes)
  const whole = await streamFile(payload, ask(), file)
  expect(whole?.status).toBe(200)
  expect(Object.fromEntries(whole?.headers ?? [])).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-store, no-transform',
    'content-disposition': `attachment; filename="app-1.0.0.zip"; filename*=UTF-8''app-1.0.0.zip`,
    'content-length': '300000',
    'content-type': 'application/zip',
    'x-content-type-options': 'nosniff',
    'x-lm-checksum-sha256': sha256(bytes),
    'x-lm-content-length': '300000',
  })
  expect(Buffer.from((await whole?.arrayBuffer()) ?? new ArrayBuffer()).equals(bytes)).toBe(true)
  const part = await streamFile(payload, ask({ range: 'bytes=100000-199999' }), file)
  expect([part?.status, part?.headers.get('content-range')]).toEqual([
    206,
    'bytes 100000-199999/300000',
  ])
  expect(part?.headers.get('x-lm-content-length')).toBe('100000')
  const got = Buffer.from((await part?.arrayBuffer()) ?? new ArrayBuffer())
  expect(got.equals(bytes.subarray(100_000, 200_000))).toBe(true)
})

it('answers 416 to a part that is not there, and with all of it when it has changed since', async () => {
  const file = await storedFile('1.1.0', 'short')
  const beyond = await streamFile(payload, ask({ range: 'bytes=5-' }), file)
  expect([beyond?.status, beyond?.headers.get('content-range')]).toEqual([416, 'bytes */5'])
  const changed = await streamFile(payload, ask({ 'if-range': '"x"', range: 'bytes=1-' }), file)
  expect([changed?.status, await changed?.text()]).toEqual([200, 'short'])
  const same = { 'if-range': `"${sha256('short')}"`, range: 'bytes=1-' }
  const rest = await streamFile(payload, ask(same), file)
  expect([rest?.status, await rest?.text()]).toEqual([206, 'hort'])
})

it('serves an empty file', async () => {
  const file = await storedFile('1.2.0', '')
  const answer = await streamFile(payload, ask(), file)
  expect([answer?.status, answer?.headers.get('content-length')]).toEqual([200, '0'])
})

it('answers null where the file is gone from the disk', async () => {
  const file = await storedFile('1.3.0', 'gone')
  await rm(pathOnDisk(payload, 'release-files', file.filename))
  expect(await streamFile(payload, ask(), file)).toBeNull()
})

it('never reaches out of its folder, and names no header or path', async () => {
  const file = await storedFile('1.4.0', 'x')
  expect(pathOnDisk(payload, 'release-files', '../../etc/passwd')).toBe(
    pathOnDisk(payload, 'release-files', 'passwd'),
  )
  const path = pathOnDisk(payload, 'release-files', 'a"\r\nX: y\u202egnp.zip')
  await writeFile(path, 'x')
  const named = { ...file, filename: 'a"\r\nX: y\u202egnp.zip', mimeType: 'text/html\r\nX: y' }
  const answer = await streamFile(payload, ask(), named)
  await answer?.text()
  await rm(path)
  expect(answer?.headers.get('content-disposition')).toBe(
    `attachment; filename="a___X_ y_gnp.zip"; filename*=UTF-8''a___X_%20y_gnp.zip`,
  )
  expect(answer?.headers.get('content-type')).toBe('application/octet-stream')
})
