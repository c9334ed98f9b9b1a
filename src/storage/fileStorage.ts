import type { Payload } from 'payload'

import { diskStorage } from './disk'
import type { FileStorage } from './types'

/** Under this name a plugin hands over another storage than the disk, in the config's `custom`. */
export const storageKey = 'licenseManagerFiles'

/** Where a Payload's files are: what a plugin chose, or the disk. */
export function fileStorage(payload: Payload): FileStorage {
  const chosen: unknown = payload.config.custom?.[storageKey]
  return (chosen as FileStorage | undefined) ?? diskStorage(payload)
}
