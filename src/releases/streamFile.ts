import type { Payload } from 'payload'

import { fileStorage } from '../storage/fileStorage'
import type { StoredFile } from '../storage/types'
import { digestOf } from './fileDigest'
import { readRange } from './range'
import type { ReleaseFile } from './repository'

/** The second is for clients behind a server that drops the first, as Next does with the answers of route handlers. */
const lengthHeaders = ['Content-Length', 'X-LM-Content-Length']

/**
 * Answers with a release file, byte for byte, as a stream: 200, 206 for one range of it, 416 for a range that is not there. Whether the caller
 * may have it is decided before.
 *
 * @param request whose `Range`, `If-Range` and method count; `HEAD` opens no stream
 * @returns null where the file is gone
 */
export async function streamFile(
  payload: Payload,
  request: Pick<Request, 'headers' | 'method'>,
  file: ReleaseFile,
): Promise<null | Response> {
  const opened = await openStored(payload, file)
  if (!opened) return null
  const { sha256, stored } = opened
  const { size } = stored
  const headers = new Headers({
    ...fileHeaders(file, size),
    'Accept-Ranges': 'bytes',
    // A proxy that compresses it would make another file of it, under the same ETag and with ranges of other bytes.
    'Cache-Control': 'private, no-store, no-transform',
    ETag: `"${sha256}"`,
    'X-LM-Checksum-SHA256': sha256,
  })
  const ifRange = request.headers.get('if-range')
  const isSame = ifRange === null || ifRange === headers.get('etag')
  const range = isSame ? readRange(request.headers.get('range'), size) : null
  if (range === 'unsatisfiable') {
    await stored.close()
    headers.set('Content-Range', `bytes */${size}`)
    for (const name of lengthHeaders) headers.delete(name)
    return new Response(null, { headers, status: 416 })
  }
  if (range) {
    headers.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`)
    for (const name of lengthHeaders) headers.set(name, String(range.end - range.start + 1))
  }
  const status = range ? 206 : 200
  if (request.method === 'HEAD' || size === 0) {
    await stored.close()
    return new Response(null, { headers, status })
  }
  return new Response(await stored.stream(range ?? undefined), { headers, status })
}

/** Length and type of a file, with a name that is safe in a header and on any disk. */
export function fileHeaders(
  { filename, mimeType }: Pick<ReleaseFile, 'filename' | 'mimeType'>,
  size: number,
): Record<string, string> {
  return {
    'Content-Disposition': attachment(filename),
    ...Object.fromEntries(lengthHeaders.map((name) => [name, String(size)])),
    'Content-Type': /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
  }
}

/** Never inline, and with a name that nobody can write a header or a path with (RFC 6266). */
function attachment(filename: string): string {
  const name = filename.slice(-200).replace(/[\p{C}/\\:*?"<>|]/gu, '_') || 'download'
  const ascii = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

async function openStored(
  payload: Payload,
  file: ReleaseFile,
): Promise<{ sha256: string; stored: StoredFile } | null> {
  try {
    const { sha256 } = await digestOf(payload, file)
    const stored = await fileStorage(payload).open('release-files', file.filename)
    if (stored) return { sha256, stored }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  payload.logger.error(`The release file ${file.filename} is not there any more.`)
  return null
}
