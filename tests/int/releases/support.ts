import { createHash } from 'node:crypto'

import type { Payload } from 'payload'

import type { ReleaseFile as Stored, Version } from '../../../payload-types'

/** Uploads a release file as the admin panel does. */
export function upload(payload: Payload, name: string, data: Buffer | string): Promise<Stored> {
  const bytes = Buffer.from(data)
  return payload.create({
    collection: 'release-files',
    data: {},
    file: { data: bytes, mimetype: 'application/zip', name, size: bytes.length },
  })
}

/** Releases a version, with files where their contents are given. */
export async function release(
  payload: Payload,
  productId: string,
  { main, sql, ...data }: { main?: Buffer | string; sql?: string } & Partial<Version>,
): Promise<Version> {
  const version = data.version ?? '1.0.0'
  const mainFile = main === undefined ? null : await upload(payload, `app-${version}.zip`, main)
  const sqlFile = sql === undefined ? null : await upload(payload, `app-${version}.sql`, sql)
  return payload.create({
    collection: 'versions',
    data: {
      mainFile: mainFile?.id,
      product: productId,
      releasedAt: '2026-01-01T00:00:00.000Z',
      sqlFile: sqlFile?.id,
      version,
      ...data,
    },
    depth: 0,
  })
}

export const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex')
