import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Customer, Version } from '../../../../payload-types'
import {
  type DownloadParams,
  downloadResponse,
} from '../../../../src/portal/downloads/downloadResponse'
import { openPortal, type TestPortal } from './portal'

/** What is in every file. */
export const bytes = Buffer.from('the software, byte for byte')

/** A shop whose versions have files. */
export type DownloadShop = TestPortal & {
  createVersion: (name: string, releasedAt: string, data?: Partial<Version>) => Promise<Version>
  /** Asks for a file. */
  get: (
    who: Customer,
    address: DownloadParams,
    headers?: Record<string, string>,
  ) => Promise<Response>
  /** The id of a product that is new. */
  otherProduct: () => Promise<string>
  /** The folder that files are in. */
  uploads: string
}

/** Opens it, with a folder for its files. */
export async function openDownloadShop(): Promise<DownloadShop> {
  const uploads = await mkdtemp(path.join(tmpdir(), 'releases-'))
  process.env.UPLOAD_DIR = uploads
  const portal = await openPortal()
  const { payload, product } = portal
  return {
    ...portal,
    close: async () => {
      await portal.close()
      await rm(uploads, { force: true, recursive: true })
    },
    async createVersion(name, releasedAt, data = {}) {
      const file = {
        data: bytes,
        mimetype: 'application/zip',
        name: `tide "${name}".zip`,
        size: bytes.length,
      }
      const { id } = await payload.create({ collection: 'release-files', data: {}, file })
      return payload.create({
        collection: 'versions',
        data: { mainFile: id, product, releasedAt, version: name, ...data },
        depth: 0,
      })
    },
    async get(who, address, headers = {}) {
      const request = new Request('https://licenses.example.com/', { headers })
      return downloadResponse(await portal.requestOf(who), request, address)
    },
    otherProduct: async () =>
      (await payload.create({ collection: 'products', data: { name: 'Lantern' } })).id,
    uploads,
  }
}
