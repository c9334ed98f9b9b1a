import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Customer } from '../../../payload-types'
import { avatarResponse } from '../../../src/portal/avatar/avatarResponse'
import { saveAvatar } from '../../../src/portal/avatar/saveAvatar'
import { expectNoTransaction, type Query, queryOf } from '../../support/intact'
import { openApi, type TestApi } from '../api/support/api'
import { encoded, photo } from '../portal/support/avatars'
import { mountSmallDisk, type SmallDisk } from './support/smallDisk'

const session = vi.hoisted(() => vi.fn())
vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.mock('../../../src/portal/actions/refuse', () => ({
  refuseForeignOrigin: async () => undefined,
}))
vi.mock('../../../src/portal/session/customer', () => ({ requireCustomer: session }))

/** A disk that really is full: what cannot be kept is said, what there was is there, and nothing half kept. */
const disk = mountSmallDisk(2)
const why = disk
  ? ''
  : ' (skipped: this process may not mount a disk; uploads.test.ts and saveAvatar.test.ts have stand-ins)'
const releaseBytes = 250_000

let api: TestApi
let customer: Customer
let large: Buffer
let next = 0
let query: Query
let small: Buffer

describe.skipIf(!disk)(`a disk of 2 MB${why}`, () => {
  const { files, fill, folder, free, unmount } = disk ?? ({} as SmallDisk)

  beforeAll(async () => {
    process.env.UPLOAD_DIR = folder
    api = await openApi()
    query = queryOf(api.databaseUrl)
    small = await photo().png().toBuffer()
    large = await noise()
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
    session.mockImplementation(async () => {
      return { customer, req: await createLocalReq({}, api.payload) }
    })
    expect(await save(small)).toEqual({ result: 'saved' })
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
      expect((await encoded(large)).size).toBeGreaterThan(left)
      const old = await shown()
      const [kept, known, lines] = [await files(), await rows(), await log()]
      await fill(left)
      const logged = vi.spyOn(api.payload.logger, 'error').mockImplementation(() => undefined)
      expect(await save(large)).toEqual({ result: 'failed' })
      expect(logged).toHaveBeenCalledWith(
        expect.objectContaining({ msg: 'A customer could not save their avatar' }),
      )
      logged.mockRestore()
      expect([await files(), await rows(), await log()]).toEqual([kept, known, lines])
      await expectNoTransaction(query)
      expect(old?.length).toBeGreaterThan(0)
      expect(await shown()).toEqual(old)
      await free()
      expect(await save(large)).toEqual({ result: 'saved' })
      expect((await shown())?.length).toBeGreaterThan(left)
      expect(await rows()).toEqual(known)
      expect(await files()).toHaveLength(kept.length)
      expect(await log()).toEqual([...lines, 'customer.updated'])
    })
  })

  describe.each([0, beginning, once])('with %i bytes left', (left) => {
    it('answers a release file with 507 and a sentence, and keeps nothing of it, until there is room', async () => {
      const [kept, known, lines] = [await files(), await rows(), await log()]
      await fill(left)
      const answer = await sendRelease()
      expect([answer.status, answer.body]).toEqual([
        507,
        { errors: {}, message: 'There is no room for the file.', status: false },
      ])
      expect([await files(), await rows(), await log()]).toEqual([kept, known, lines])
      await expectNoTransaction(query)
      await free()
      expect((await sendRelease()).status).toBe(201)
      expect(await log()).toEqual([...lines, 'version.created'])
      expect(await files()).toEqual([...kept, `release-files/app-${next}.zip`].sort())
    })
  })
})

/** As the page of settings is answered. */
async function save(data: Buffer) {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(data)], 'me.png', { type: 'image/png' }))
  return saveAvatar({ result: 'idle' }, form)
}

/** What the log has, the oldest first, but for the keys, which are made when they are first needed. */
async function log(): Promise<unknown[]> {
  const lines = await query(
    `select event from activity_log where event <> 'signing_key.created' order by at, id`,
  )
  return lines.map(({ event }) => event)
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
