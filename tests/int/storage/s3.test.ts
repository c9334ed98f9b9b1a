import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'

import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { encodeAvatar } from '../../../collections/Avatars/encodeAvatar'
import { pathOnDisk } from '../../../src/storage/disk'
import { avatarResponse } from '../../../src/portal/avatar/avatarResponse'
import { replaceAvatar } from '../../../src/portal/avatar/replaceAvatar'
import { streamFile } from '../../../src/releases/streamFile'
import { type S3Server, startS3 } from '../../support/s3'
import { openApi, type TestApi } from '../api/support/api'
import { release, sha256, upload } from '../releases/support'

/** With a bucket no instance keeps anything on its disk: any of them serves what another was given. */
let api: TestApi
let s3: S3Server

beforeAll(async () => {
  s3 = await startS3()
  Object.assign(process.env, s3.environment)
  api = await openApi()
})
afterAll(async () => {
  await api.close()
  await s3.close()
})

const onDisk = async (collection: 'avatars' | 'release-files') => {
  const folder = pathOnDisk(api.payload, collection, '.')
  const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : []
  return names.filter((name) => name !== '.incoming')
}
const send = async (fields: Record<string, string>, file: Buffer, name: string) => {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('main_file', new Blob([new Uint8Array(file)]), name)
  const response = await api.app.fetch(
    new Request('http://localhost/api/internal/products/TIDEMARK/versions', {
      body: form,
      headers: { 'x-api-key': api.keys.internal, 'x-test-connection': '192.0.2.1' },
      method: 'POST',
    }),
  )
  return { body: (await response.json()) as Record<string, unknown>, status: response.status }
}
const download = async (code: string, headers: Record<string, string> = {}) =>
  api.app.fetch(
    new Request('http://localhost/api/external/update/3.0.0/download/main', {
      body: JSON.stringify({ license_code: code, product_id: 'TIDEMARK' }),
      headers: {
        'content-type': 'application/json',
        'x-api-key': api.keys.external,
        'x-api-url': 'https://shop.example',
        'x-test-connection': '192.0.2.1',
        ...headers,
      },
      method: 'POST',
    }),
  )

it('a release uploaded by the API is in the bucket, signed, and nowhere else', async () => {
  const bytes = Buffer.alloc(300_000, 'license manager ')
  const answer = await send({ version: '2.0.0' }, bytes, 'app-2.0.0.zip')
  expect(answer).toMatchObject({ status: 201 })
  expect(await s3.keys()).toEqual(['release-files/app-2.0.0.zip'])
  expect(await onDisk('release-files')).toEqual([])
  const { docs } = await api.payload.find({ collection: 'release-files' })
  expect(docs[0]).toMatchObject({ filesize: bytes.length, sha256: sha256(bytes) })
})

it('what a failed call stored is gone again', async () => {
  const answer = await send({ version: '2.0.0' }, Buffer.from('x'), 'b.zip')
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(await s3.keys()).toEqual(['release-files/app-2.0.0.zip'])
})

it('an administrator stores and deletes a file of the bucket', async () => {
  const file = await upload(api.payload, 'by-hand.zip', 'by hand')
  expect(await s3.keys()).toContain('release-files/by-hand.zip')
  await api.payload.delete({ collection: 'release-files', id: file.id })
  expect(await s3.keys()).not.toContain('release-files/by-hand.zip')
})

it('the file of a deleted version leaves the bucket', async () => {
  const version = await release(api.payload, api.product.id, { main: 'old', version: '0.9.0' })
  expect(await s3.keys()).toContain('release-files/app-0.9.0.zip')
  await api.payload.delete({ collection: 'versions', id: version.id })
  await api.payload.jobs.run({ silent: true })
  expect(await s3.keys()).not.toContain('release-files/app-0.9.0.zip')
})

it('files are streamed out of the bucket, whole and in ranges', async () => {
  await release(api.payload, api.product.id, {
    main: '0123456789',
    releasedAt: '2026-02-01T00:00:00.000Z',
    version: '3.0.0',
  })
  const file = await api.payload.find({
    collection: 'release-files',
    where: { filename: { equals: 'app-3.0.0.zip' } },
  })
  const stored = {
    filename: 'app-3.0.0.zip',
    id: file.docs[0]?.id ?? '',
    mimeType: 'application/zip',
    sha256: null,
    signature: null,
    signatureKeyId: null,
    size: 10,
  }
  const ask = (headers: Record<string, string> = {}) => new Request('http://localhost', { headers })
  const whole = await streamFile(api.payload, ask(), stored)
  expect(await whole?.text()).toBe('0123456789')
  // Computed from the bucket's bytes, as for files from before there were checksums.
  expect(whole?.headers.get('x-lm-checksum-sha256')).toBe(sha256('0123456789'))
  const part = await streamFile(api.payload, ask({ range: 'bytes=2-4' }), stored)
  expect([part?.status, await part?.text()]).toEqual([206, '234'])
  const { code } = await api.createLicense()
  const activation = { license_code: code, product_id: 'TIDEMARK' }
  const headers = { 'x-api-url': 'https://shop.example' }
  await api.call('POST', '/external/license/activate', { body: activation, headers })
  const answer = await download(code, { range: 'bytes=5-' })
  expect([answer.status, await answer.text()]).toEqual([206, '56789'])
  await api.payload.delete({ collection: 'release-files', id: stored.id })
  expect(await streamFile(api.payload, ask(), stored)).toBeNull()
})

it('a photo is in the bucket, shown from there, and leaves it when it is replaced or removed', async () => {
  const customer = await api.payload.create({
    collection: 'customers',
    data: { email: 'reader@example.com', name: 'Rita', password: 'a long enough password' },
  })
  const photo = await sharp({ create: { background: 'red', channels: 3, height: 64, width: 64 } })
    .png()
    .toBuffer()
  const save = async () => {
    const encoded = await encodeAvatar(photo)
    if ('error' in encoded) throw new Error(encoded.error)
    await replaceAvatar(await createLocalReq({}, api.payload), customer.id, encoded.avatar)
    return `avatars/${encoded.avatar.name}`
  }
  const avatars = async () => (await s3.keys()).filter((key) => key.startsWith('avatars/'))
  const first = await save()
  expect(await avatars()).toEqual([first])
  const own = await api.payload.findByID({ collection: 'customers', depth: 0, id: customer.id })
  const shown = await avatarResponse(await createLocalReq({}, api.payload), own, null)
  const { format } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata()
  expect([shown.status, format]).toEqual([200, 'webp'])
  const second = await save()
  expect(await avatars()).toEqual([second])
  await replaceAvatar(await createLocalReq({}, api.payload), customer.id, null)
  expect(await avatars()).toEqual([])
  expect(await onDisk('avatars')).toEqual([])
})

it('a bucket that is away fails the upload and leaves no row', async () => {
  const before = await api.payload.count({ collection: 'release-files' })
  await s3.close()
  await expect(upload(api.payload, 'lost.zip', 'lost')).rejects.toThrow()
  expect(await api.payload.count({ collection: 'release-files' })).toEqual(before)
  s3 = { ...s3, close: async () => undefined }
})
