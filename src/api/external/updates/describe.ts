import type { Payload } from 'payload'

import { digestOf } from '../../../releases/fileDigest'
import type { FileDigest, ReleaseDetails, ReleaseFile } from '../../../releases/repository'

/** A release as the API tells of it. */
export async function describeRelease(payload: Payload, release: ReleaseDetails) {
  const { mainFile } = release
  const digest = mainFile && (await knownDigest(payload, mainFile))
  return {
    version: release.version,
    released_at: release.releasedAt.toISOString(),
    summary: release.summary,
    changelog: release.changelog,
    update_id: release.id,
    has_sql: release.sqlFile !== null,
    file_size: mainFile?.size ?? null,
    checksum: digest && { algo: 'sha256', value: digest.sha256 },
    signature: digest && {
      algo: 'ed25519',
      value: digest.signature,
      key_id: digest.signatureKeyId,
    },
  }
}

/** Null where the file is gone: what there is to tell of the version is told all the same. */
async function knownDigest(payload: Payload, file: ReleaseFile): Promise<FileDigest | null> {
  try {
    return await digestOf(payload, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    payload.logger.error(`The release file ${file.filename} is not there any more.`)
    return null
  }
}
