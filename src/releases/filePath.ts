import path from 'node:path'

import type { Payload } from 'payload'

/** Where a release file is on disk. The name is only ever the last part of the path, whatever it holds. */
export function releaseFilePath(payload: Payload, filename: string): string {
  const { upload } = payload.collections['release-files'].config
  return path.join(upload.staticDir ?? '', path.basename(filename))
}
