import { createHash, sign } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'

import type { Payload } from 'payload'

import { currentSigningKey } from '../certificates/signingKeys'
import type { Queryable } from '../licensing/types'
import { fileStorage } from '../storage/fileStorage'
import { type FileDigest, type ReleaseFile, saveFileDigest } from './repository'

/** Stands before the checksum when it is signed, so that a signature for anything else is none for a release. */
const context = 'release-file.v1.'

/** The bytes of a file: in memory, in a temporary file, or among the stored release files. */
export type FileBytes = { data: Uint8Array } | { path: string } | { stored: string }

/**
 * The checksum of a file and its signature by the key that signs now. Read as a stream; the signature is over `release-file.v1.` and the
 * SHA-256 in lower-case hex.
 *
 * @throws the error of the storage
 */
export async function digestFile(payload: Payload, bytes: FileBytes): Promise<FileDigest> {
  const sha256 = await sha256Of(payload, bytes)
  const { keyId, privateKey } = await currentSigningKey(payload)
  const signature = sign(null, Buffer.from(context + sha256), privateKey).toString('base64')
  return { sha256, signature, signatureKeyId: keyId }
}

/** Files that are being read right now, so that many callers of a new one read it once. */
const running = new Map<string, Promise<FileDigest>>()

/**
 * Checksum and signature of a stored file. Files from before there were any get theirs when they are first asked for.
 *
 * @throws an error with the code ENOENT where the file is gone
 */
export async function digestOf(payload: Payload, file: ReleaseFile): Promise<FileDigest> {
  const { sha256, signature, signatureKeyId } = file
  if (sha256 && signature && signatureKeyId) return { sha256, signature, signatureKeyId }
  const digest = running.get(file.id) ?? computeLate(payload, file)
  running.set(file.id, digest)
  return digest.finally(() => running.delete(file.id))
}

async function computeLate(payload: Payload, file: ReleaseFile): Promise<FileDigest> {
  const digest = await digestFile(payload, { stored: file.filename })
  const { drizzle } = payload.db as unknown as { drizzle: Queryable }
  await saveFileDigest(drizzle, file.id, digest)
  return digest
}

async function sha256Of(payload: Payload, bytes: FileBytes): Promise<string> {
  const hash = createHash('sha256')
  if ('data' in bytes) hash.update(bytes.data)
  else
    await pipeline(
      'path' in bytes ? createReadStream(bytes.path) : await open(payload, bytes),
      hash,
    )
  return hash.digest('hex')
}

async function open(payload: Payload, { stored }: { stored: string }): Promise<Readable> {
  const file = await fileStorage(payload).open('release-files', stored)
  if (!file) throw Object.assign(new Error('A stored file is gone.'), { code: 'ENOENT' })
  return Readable.fromWeb((await file.stream()) as NodeStream)
}
