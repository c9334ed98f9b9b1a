import { createHash } from 'node:crypto'

import type { MaybePromise } from '../../async/whenKnown'
import { fileStorage } from '../../storage/fileStorage'
import { ApiError } from '../errors'
import { readForm } from '../form'
import type { ApiContext } from '../types'
import { boundaryOf, MalformedMultipart, type Part, type PartSink, readParts } from './multipart'
import { type OpenTemporaryFile, openTemporaryFile, type TemporaryFile } from './temporaryFile'

/** The files and fields of a multipart body. */
export type Upload = {
  /** Names both, so that two bodies can be told apart. */
  digest: string
  fields: Record<string, unknown>
  files: Map<string, TemporaryFile>
  /** Names of release files that were made of it; gone again unless the call succeeds. */
  stored: string[]
}

const largestFields = 256 * 1024
const mostParts = 50
const longestName = 200

/**
 * Receives a multipart body with files, each into a temporary file, before a call is answered. Whatever comes of the call, those are removed
 * afterwards; what it stored of them as well, unless it succeeds.
 *
 * @param names of the fields that may hold files
 * @throws ApiError 400, 413, 422, 507
 */
export async function receiveFiles(
  context: ApiContext,
  names: readonly string[],
  answer: () => MaybePromise<Response>,
): Promise<Response> {
  const boundary = boundaryOf(context.req.header('content-type') ?? '')
  if (boundary === null) return answer()
  const temporary: OpenTemporaryFile[] = []
  let isDone = false
  try {
    context.set('upload', await receive(context, { boundary, names, temporary }))
    const response = await answer()
    isDone = response.status < 400
    return response
  } finally {
    const upload = context.get('upload')
    if (upload && !isDone) await removeStored(context, upload)
    await Promise.all(temporary.map((file) => file.discard()))
  }
}

type Receiving = { boundary: string; names: readonly string[]; temporary: OpenTemporaryFile[] }

async function receive(
  context: ApiContext,
  { boundary, names, temporary }: Receiving,
): Promise<Upload> {
  const { body } = context.req.raw
  if (!body) throw new ApiError(400, 'malformed')
  const entries: [string, string][] = []
  const files = new Map<string, TemporaryFile>()
  const budget = { fields: largestFields, parts: mostParts }
  const open = async (part: Part): Promise<PartSink> => {
    if (--budget.parts < 0) throw new ApiError(413, 'bodyTooLarge')
    if (part.filename === null) return fieldSink(part, entries, budget)
    // A form with an empty file field sends a part without a name and without bytes.
    if (part.filename === '') return { end: async () => undefined, write: async () => undefined }
    if (!names.includes(part.name) || files.has(part.name)) throw new ApiError(422, 'invalid')
    return fileSink(context, { files, part, temporary })
  }
  try {
    await readParts(body, boundary, open)
  } catch (error) {
    await body.cancel().catch(() => undefined)
    throw error instanceof MalformedMultipart ? new ApiError(400, 'malformed') : error
  }
  const fields = readForm(entries)
  return { digest: digestOf(fields, files), fields, files, stored: [] }
}

function fieldSink(
  { name }: Part,
  entries: [string, string][],
  budget: { fields: number },
): PartSink {
  const chunks: Uint8Array[] = []
  return {
    end: async () => {
      entries.push([name, Buffer.concat(chunks).toString('utf8')])
    },
    write: async (bytes) => {
      budget.fields -= bytes.length
      if (budget.fields < 0) throw new ApiError(413, 'bodyTooLarge')
      chunks.push(Buffer.from(bytes))
    },
  }
}

type FileSink = { files: Map<string, TemporaryFile>; part: Part; temporary: OpenTemporaryFile[] }

async function fileSink(
  context: ApiContext,
  { files, part, temporary }: FileSink,
): Promise<PartSink> {
  const { largestUpload, payload } = context.get('services')
  const file = await openTemporaryFile(payload)
  temporary.push(file)
  let left = largestUpload
  return {
    end: async () => {
      const { sha256, size } = await file.finish()
      files.set(part.name, {
        mimetype: part.contentType ?? 'application/octet-stream',
        name: fileNameOf(part),
        path: file.path,
        sha256,
        size,
      })
    },
    write: async (bytes) => {
      left -= bytes.length
      if (left < 0) {
        await file.finish()
        throw new ApiError(413, 'bodyTooLarge')
      }
      await file.write(bytes)
    },
  }
}

/** A file's name without folders; that of its field where nothing of it is left, which Payload would not take. */
function fileNameOf({ filename, name }: Part): string {
  const [base = ''] = filename?.split(/[/\\]/).slice(-1) ?? []
  const printable = base.replace(/\p{Cc}/gu, '').slice(-longestName)
  return ['', '.', '..'].includes(printable) ? name : printable
}

async function removeStored(context: ApiContext, { stored }: Upload): Promise<void> {
  const storage = fileStorage(context.get('services').payload)
  await Promise.all(stored.map((name) => storage.remove('release-files', name)))
}

function digestOf(fields: Record<string, unknown>, files: Map<string, TemporaryFile>): string {
  const parts = [...files].map(([name, { name: filename, sha256 }]) => [name, filename, sha256])
  return createHash('sha256')
    .update(JSON.stringify([fields, parts]))
    .digest('hex')
}
