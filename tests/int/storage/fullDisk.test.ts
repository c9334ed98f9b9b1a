import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { EncodedAvatar } from '../../../collections/Avatars/encodeAvatar'
import type { Customer } from '../../../payload-types'
import { avatarResponse } from '../../../src/portal/avatar/avatarResponse'
import { replaceAvatar } from '../../../src/portal/avatar/replaceAvatar'
import { openApi, type TestApi } from '../api/support/api'
import { encoded, photo } from '../portal/support/avatars'
import { mountSmallDisk, type SmallDisk } from './support/smallDisk'

/** A disk that really is full: what cannot be kept is said, what there was is there, and nothing half kept. */
const disk = mountSmallDisk(2)
const why = disk
  ? ''
  : ' (skipped: this process may not mount a disk; uploads.test.ts has a stand-in)'
const releaseBytes = 250_000

let api: TestApi
let customer: Customer
let large: EncodedAvatar
let next = 0
let small: EncodedAvatar

describe.skipIf(!disk)(`a disk of 2 MB${why}`, () => {
  const { files, fill, folder, free, unmount } = disk ?? ({} as SmallDisk)

  beforeAll(async () => {
    process.env.UPLOAD_DIR = folder
    api = await openApi()
    small = await encoded(await photo().png().toBuffer())
    large = await encoded(await noise())
  })
  afterAll(async () => {
    await api.close()
    unmount()
  })
  beforeEach(async () => {
    next += 1
    customer = await api.payload.create({
      collection: 'customers',
      data: { email: `photo-${next}@example.com`, name: 'Ada', password: 'a long enough password' },
    })
    await save(small)
  })
  afterEach(async () => {
    await free()
    await api.payload.delete({ collection: 'customers', where: { id: { exists: true } } })
  })

  // With a little room left, the beginning of a file is written before there is no more.
  const beginning = 64 * 1024
  // With this, a release file is received and cannot be put in its place.
  const once = 300 * 1024

  describe.each([0, beginning])('with %i bytes left', (left) => {
    it('keeps the old photo, and nothing of the new one, until there is room', async () => {
      expect(large.size).toBeGreaterThan(left)
      const old = await shown()
      const [kept, known] = [await files(), await rows()]
      await fill(left)
      await expect(save(large)).rejects.toThrow()
      expect([await files(), await rows()]).toEqual([kept, known])
      expect(old?.length).toBeGreaterThan(0)
      expect(await shown()).toEqual(old)
      await free()
      await save(large)
      expect((await shown())?.length).toBeGreaterThan(left)
      expect(await rows()).toEqual(known)
      expect(await files()).toHaveLength(kept.length)
    })
  })

  describe.each([0, beginning, once])('with %i bytes left', (left) => {
    it('answers a release file with 507 and a sentence, and keeps nothing of it, until there is room', async () => {
      const [kept, known] = [await files(), await rows()]
      await fill(left)
      const answer = await sendRelease()
      expect([answer.status, answer.body]).toEqual([
        507,
        { errors: {}, message: 'There is no room for the file.', status: false },
      ])
      expect([await files(), await rows()]).toEqual([kept, known])
      await free()
      expect((await sendRelease()).status).toBe(201)
      expect(await files()).toEqual([...kept, `release-files/app-${next}.zip`].sort())
    })
  })
})

async function save(avatar: EncodedAvatar): Promise<void> {
  await replaceAvatar(await createLocalReq({}, api.payload), customer.id, avatar)
}

/** The photo that the customer sees. */
async function shown(): Promise<Buffer | null> {
  const { id } = customer
  const [stored, req] = await Promise.all([
    api.payload.findByID({ collection: 'customers', depth: 0, id, showHiddenFields: true }),
    createLocalReq({}, api.payload),
  ])
  const response = await avatarResponse(req, stored, null)
  return response.status === 200 ? Buffer.from(await response.arrayBuffer()) : null
}

async function rows(): Promise<number[]> {
  return Promise.all(
    (['avatars', 'release-files', 'versions'] as const).map(
      async (collection) => (await api.payload.count({ collection })).totalDocs,
    ),
  )
}

async function sendRelease() {
  const form = new FormData()
  form.append('main_file', new Blob([new Uint8Array(releaseBytes)]), `app-${next}.zip`)
  form.append('version', `1.0.${next}`)
  const response = await api.app.fetch(
    new Request('http://localhost/api/internal/products/TIDEMARK/versions', {
      body: form,
      headers: { 'x-api-key': api.keys.internal },
      method: 'POST',
    }),
  )
  return { body: (await response.json()) as Record<string, unknown>, status: response.status }
}

/** A photo that cannot be made small. */
function noise(): Promise<Buffer> {
  const size = 512
  return sharp({
    create: {
      background: { b: 0, g: 0, r: 0 },
      channels: 3,
      height: size,
      noise: { mean: 128, sigma: 80, type: 'gaussian' },
      width: size,
    },
  })
    .png()
    .toBuffer()
}
