import type { PayloadRequest } from 'payload'

import type { Version } from '../../payload-types'

type File = Version['mainFile']

/**
 * Has the files of a version that goes removed, once the request's transaction is committed: a file does not come back when it fails. Files that
 * another version has stay.
 */
export async function queueRemoval(req: PayloadRequest, files: readonly File[]): Promise<void> {
  const releaseFiles = files.map((file) => (typeof file === 'object' ? file?.id : file))
  const known = releaseFiles.filter((id) => typeof id === 'string')
  if (known.length === 0) return
  await req.payload.jobs.queue({ input: { releaseFiles: known }, req, task: 'cleanUp' })
}
