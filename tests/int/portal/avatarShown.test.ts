import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Customer } from '../../../payload-types'
import { openPhotoBooth, photo, type PhotoBooth } from './support/avatars'

/** Who sees which photo, and as what. */
let avatarOf: PhotoBooth['avatarOf']
let booth: PhotoBooth
let customer: Customer
let folder: PhotoBooth['folder']
let other: Customer
let payload: PhotoBooth['payload']
let save: PhotoBooth['save']
let show: PhotoBooth['show']
let uploads: PhotoBooth['uploads']

beforeAll(async () => {
  booth = await openPhotoBooth()
  ;({ avatarOf, folder, payload, save, show, uploads } = booth)
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

async function bodyOf(who: Customer): Promise<Buffer> {
  return Buffer.from(await (await show(who)).arrayBuffer())
}

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
