import path from 'node:path'

import { dataDir } from './paths'

/** The folder of uploaded files, as the app has it; null where they are in a bucket. */
export function uploadsFolder(): null | string {
  if (process.env.S3_BUCKET) return null
  return path.resolve(process.env.UPLOAD_DIR ?? path.join(dataDir, 'uploads'))
}
