import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createLocalReq, type Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { deleteAvatarOf } from '../../../collections/Avatars/deleteAvatarOf'
import { encodeAvatar } from '../../../collections/Avatars/encodeAvatar'
import type { Customer } from '../../../payload-types'
import { avatarResponse } from '../../../src/portal/avatar/avatarResponse'
import { replaceAvatar } from '../../../src/portal/avatar/replaceAvatar'
import { createTestPayload, type TestPayload } from '../../support/payload'

let uploads: string
let folder: string
let test: TestPayload
let payload: Payload
let customer: Customer
let other: Customer

beforeAll(async () => {
  uploads = await mkdtemp(path.join(tmpdir(), 'avatars-'))
  folder = path.join(uploads, 'avatars')
  process.env.UPLOAD_DIR = uploads
  test = await createTestPayload()
  payload = test.payload
})

afterAll(async () => {
  await test.close()
  await rm(uploads, { force: true, recursive: true })
})

beforeEach(async () => {
  customer = await createCustomer()
  other = await createCustomer()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await payload.delete({ collection: 'customers', where: {} })
  await payload.delete({ collection: 'avatars', where: {} })
  await rm(folder, { force: true, recursive: true })
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

describe('customers see their own photo', () => {
  it('and nobody else’s', async () => {
    await save(customer)
    expect((await show(other)).status).toBe(404)
    await save(other, await photo({ b: 255, g: 0, r: 0 }).png().toBuffer())
    const [mine, theirs] = await Promise.all([bodyOf(customer), bodyOf(other)])
    expect(mine.equals(theirs)).toBe(false)
  })

  it('as an image and nothing else, kept by nobody but their browser', async () => {
    await save(customer)
    const response = await show(customer)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, no-cache',
      'content-disposition': 'inline; filename="avatar.webp"',
      'content-type': 'image/webp',
      vary: 'Cookie',
      'x-content-type-options': 'nosniff',
    })
    expect(await sharp(await bodyOf(customer)).metadata()).toMatchObject({ format: 'webp' })
  })

  it('again only when it is another one', async () => {
    await save(customer)
    const tag = (await show(customer)).headers.get('etag')
    const same = await show(customer, tag)
    expect(same.status).toBe(304)
    expect(await same.text()).toBe('')
    await save(customer)
    expect((await show(customer, tag)).status).toBe(200)
  })

  it('not one from elsewhere on the disk', async () => {
    vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    await save(customer)
    await writeFile(path.join(uploads, 'secret.txt'), 'secret')
    const id = (await avatarOf(customer)) ?? ''
    await payload.db.updateOne({ collection: 'avatars', data: { filename: '../secret.txt' }, id })
    expect((await show(customer)).status).toBe(404)
  })

  it('none when its file is lost', async () => {
    vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
    await save(customer)
    await rm(folder, { recursive: true })
    expect((await show(customer)).status).toBe(404)
  })
})

const red = { b: 0, g: 0, r: 255 }

function photo(background = red) {
  return sharp({ create: { background, channels: 3, height: 40, width: 60 } })
}

async function encoded(data?: Buffer) {
  const result = await encodeAvatar(data ?? (await photo().png().toBuffer()))
  if ('error' in result) throw new Error(result.error)
  return result.avatar
}

async function save(who: Customer, data?: Buffer): Promise<void> {
  await replaceAvatar(await requestOf(who), who.id, await encoded(data))
}

async function show(who: Customer, ifNoneMatch: null | string = null): Promise<Response> {
  return avatarResponse(await requestOf(who), await stored(who), ifNoneMatch)
}

async function bodyOf(who: Customer): Promise<Buffer> {
  return Buffer.from(await (await show(who)).arrayBuffer())
}

function requestOf(who: Customer) {
  return createLocalReq({ user: { ...who, collection: 'customers' } }, payload)
}

function createCustomer(): Promise<Customer> {
  const id = randomUUID()
  const data = { clientId: id, email: `${id}@example.com`, name: 'Ada', password: `secret ${id}` }
  return payload.create({ collection: 'customers', data })
}

function stored({ id }: Customer): Promise<Customer> {
  return payload.findByID({ collection: 'customers', depth: 0, id, showHiddenFields: true })
}

async function avatarOf(who: Customer): Promise<null | string> {
  return ((await stored(who)).avatar as null | string | undefined) ?? null
}

async function rowCount(): Promise<number> {
  return (await payload.count({ collection: 'avatars' })).totalDocs
}

async function files(): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
