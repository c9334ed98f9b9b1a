import path from 'node:path'

import type { Payload } from 'payload'

/** Where the file of an avatar is. A name that points out of the folder stays in it. */
export function avatarFile(payload: Payload, filename: string): string {
  const { staticDir } = payload.collections.avatars.config.upload
  return path.resolve(staticDir ?? 'avatars', path.basename(filename))
}
