import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import sharp from 'sharp'

import { encodeAvatar } from '../../../../collections/Avatars/encodeAvatar'
import type { Customer } from '../../../../payload-types'
import { avatarResponse } from '../../../../src/portal/avatar/avatarResponse'
import { replaceAvatar } from '../../../../src/portal/avatar/replaceAvatar'
import { openPortal, type TestPortal } from './portal'

const red = { b: 0, g: 0, r: 255 }

/** A photo in one colour. */
export function photo(background = red) {
  return sharp({ create: { background, channels: 3, height: 40, width: 60 } })
}

/** What is stored of a photo. */
export async function encoded(data?: Buffer) {
  const result = await encodeAvatar(data ?? (await photo().png().toBuffer()))
  if ('error' in result) throw new Error(result.error)
  return result.avatar
}

/** Customers with photos, and the folder that these are in. */
export type PhotoBooth = TestPortal & {
  /** The id of somebody's photo. */
  avatarOf: (who: Customer) => Promise<null | string>
  files: () => Promise<string[]>
  folder: string
  /** Removes all customers and photos. */
  forget: () => Promise<void>
  rowCount: () => Promise<number>
  /** Gives somebody a photo, red unless said otherwise. */
  save: (who: Customer, data?: Buffer) => Promise<void>
  /** What somebody sees as their photo. */
  show: (who: Customer, ifNoneMatch?: null | string) => Promise<Response>
  stored: (who: Customer) => Promise<Customer>
  /** The folder of all uploads. */
  uploads: string
}

/** Opens it, on a database of its own. */
export async function openPhotoBooth(): Promise<PhotoBooth> {
  const uploads = await mkdtemp(path.join(tmpdir(), 'avatars-'))
  const folder = path.join(uploads, 'avatars')
  process.env.UPLOAD_DIR = uploads
  const portal = await openPortal()
  const { payload, requestOf } = portal
  const stored = ({ id }: Customer) =>
    payload.findByID({ collection: 'customers', depth: 0, id, showHiddenFields: true })
  return {
    ...portal,
    avatarOf: async (who) => ((await stored(who)).avatar as null | string | undefined) ?? null,
    close: async () => {
      await portal.close()
      await rm(uploads, { force: true, recursive: true })
    },
    files: () => readdir(folder).catch(() => []),
    folder,
    async forget() {
      await payload.delete({ collection: 'customers', where: {} })
      await payload.delete({ collection: 'avatars', where: {} })
      await rm(folder, { force: true, recursive: true })
    },
    rowCount: async () => (await payload.count({ collection: 'avatars' })).totalDocs,
    save: async (who, data) => replaceAvatar(await requestOf(who), who.id, await encoded(data)),
    show: async (who, ifNoneMatch = null) =>
      avatarResponse(await requestOf(who), await stored(who), ifNoneMatch),
    stored,
    uploads,
  }
}
