import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'

import { createLocalReq } from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { deleteAvatarOf } from '../../../collections/Avatars/deleteAvatarOf'
import type { Customer } from '../../../payload-types'
import { replaceAvatar } from '../../../src/portal/avatar/replaceAvatar'
import { encoded, openPhotoBooth, photo, type PhotoBooth } from './support/avatars'

/** Customers' photos are stored, replaced and removed, whatever fails. */
let avatarOf: PhotoBooth['avatarOf']
let booth: PhotoBooth
let customer: Customer
let files: PhotoBooth['files']
let folder: PhotoBooth['folder']
let other: Customer
let payload: PhotoBooth['payload']
let requestOf: PhotoBooth['requestOf']
let rowCount: PhotoBooth['rowCount']
let save: PhotoBooth['save']
let show: PhotoBooth['show']
let stored: PhotoBooth['stored']

beforeAll(async () => {
  booth = await openPhotoBooth()
  ;({ avatarOf, files, folder, payload, requestOf, rowCount, save, show, stored } = booth)
})
afterAll(() => booth.close())
beforeEach(async () => {
  customer = await booth.createCustomer()
  other = await booth.createCustomer()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await booth.forget()
})

describe('a new photo', () => {
  it('is stored as a square WebP without metadata, under a random name', async () => {
    await save(
      customer,
      await photo()
        .withExif({ IFD0: { Make: 'Secret' } })
        .jpeg()
        .toBuffer(),
    )
    const [file = ''] = await files()
    expect(file).toMatch(/^[\da-f-]{36}\.webp$/)
    const data = await readFile(path.join(folder, file))
    expect(await sharp(data).metadata()).toMatchObject({ format: 'webp', height: 512, width: 512 })
    expect(data.toString('latin1')).not.toMatch(/EXIF|Secret/)
    const { docs } = await payload.find({ collection: 'avatars' })
    expect(docs).toMatchObject([
      { filename: file, filesize: data.length, height: 512, mimeType: 'image/webp', width: 512 },
    ])
    expect(await avatarOf(customer)).toBe(docs[0]?.id)
    expect(await avatarOf(other)).toBeNull()
  })

  it('takes the place of the old one: its row and its file go', async () => {
    await save(customer)
    const [old] = await files()
    await save(customer)
    expect(await files()).toHaveLength(1)
    expect(await files()).not.toContain(old)
    expect(await rowCount()).toBe(1)
  })

  it('changes nothing else of the account', async () => {
    const before = await stored(customer)
    await save(customer)
    const after = await stored(customer)
    expect({ ...after, avatar: null, updatedAt: '' }).toEqual({
      ...before,
      avatar: null,
      updatedAt: '',
    })
  })

  it('leaves one row and one file when many come at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => save(customer)))
    expect(await rowCount()).toBe(1)
    expect(await files()).toHaveLength(1)
    const { docs } = await payload.find({ collection: 'avatars' })
    expect(await files()).toEqual([docs[0]?.filename])
    expect(await avatarOf(customer)).toBe(docs[0]?.id)
  })

  it('leaves the photo of another customer alone who was given the same one', async () => {
    await save(customer)
    const shared = await avatarOf(customer)
    await payload.update({ collection: 'customers', data: { avatar: shared }, id: other.id })
    await save(customer)
    expect(await avatarOf(other)).toBe(shared)
    expect(await files()).toHaveLength(2)
  })
})

describe('a photo that cannot be stored leaves the old one, and no file', () => {
  let old: string[]

  beforeEach(async () => {
    await save(customer)
    old = await files()
  })

  const expectOld = async () => {
    expect(await files()).toEqual(old)
    expect(await rowCount()).toBe(1)
    expect((await show(customer)).status).toBe(200)
  }

  it('when the database refuses it', async () => {
    vi.spyOn(payload.db, 'updateOne').mockRejectedValueOnce(new Error('no connection'))
    await expect(save(customer)).rejects.toThrow('no connection')
    await expectOld()
  })

  it('when the commit is lost, of which Payload says nothing', async () => {
    vi.spyOn(payload.db, 'commitTransaction').mockImplementationOnce(async (id) => {
      await payload.db.rollbackTransaction(id)
    })
    await expect(save(customer)).rejects.toThrow('not committed')
    await expectOld()
  })

  it('when the disk refuses it', async () => {
    vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    const avatar = await encoded()
    // Longer than a name may be: fails for root as well.
    const blocked = { ...avatar, name: `${'x'.repeat(400)}.webp` }
    await expect(replaceAvatar(await requestOf(customer), customer.id, blocked)).rejects.toThrow()
    await expectOld()
  })

  it('when the customer is gone', async () => {
    const gone = { ...other, id: randomUUID() }
    await expect(save(gone)).rejects.toThrow('not there any more')
    await expectOld()
  })
})

describe('removing', () => {
  it('takes the row and the file', async () => {
    await save(customer)
    await replaceAvatar(await requestOf(customer), customer.id, null)
    expect(await files()).toEqual([])
    expect(await rowCount()).toBe(0)
    expect(await avatarOf(customer)).toBeNull()
    expect((await show(customer)).status).toBe(404)
  })

  it('changes nothing when there is none', async () => {
    await save(other)
    await replaceAvatar(await requestOf(customer), customer.id, null)
    expect(await files()).toHaveLength(1)
  })

  it('comes with deleting the customer', async () => {
    await save(customer)
    await save(other)
    const before = await stored(customer)
    await payload.db.deleteOne({ collection: 'customers', where: { id: { equals: customer.id } } })
    await deleteAvatarOf(await createLocalReq({}, payload), before)
    expect(await rowCount()).toBe(1)
    expect(await files()).toHaveLength(1)
    expect((await show(other)).status).toBe(200)
  })

  it('of a customer succeeds without the file', async () => {
    vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    await save(customer)
    const before = await stored(customer)
    await rm(folder, { recursive: true })
    await payload.db.deleteOne({ collection: 'customers', where: { id: { equals: customer.id } } })
    await deleteAvatarOf(await createLocalReq({}, payload), before)
    expect(await rowCount()).toBe(0)
  })
})
