import { ChecksumError } from './errors.js'
import type { Download } from './types.js'

/** A file in an answer. What ends early is an error of the stream. */
export function toDownload(response: Response): Download {
  const { body, headers } = response
  const sha256 = headers.get('x-lm-checksum-sha256')
  // Next drops the first of what route handlers answer.
  const size = Number(headers.get('content-length') ?? headers.get('x-lm-content-length'))
  const source = body ?? new Blob([]).stream()
  return {
    filename: filenameOf(headers.get('content-disposition') ?? ''),
    sha256,
    size: size > 0 ? size : null,
    stream: size > 0 ? source.pipeThrough(lengthCheck(size)) : source,
  }
}

/**
 * All bytes of a download, compared with the server's checksum. WebCrypto hashes nothing in parts, so this holds the file in memory.
 *
 * @throws ChecksumError
 */
export async function readAll({ sha256, stream }: Download): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (sha256 !== null && hex !== sha256) throw new ChecksumError('The checksum is another one.')
  return bytes
}

function lengthCheck(size: number): TransformStream<Uint8Array, Uint8Array> {
  let left = size
  return new TransformStream({
    flush: (controller) => {
      if (left !== 0) controller.error(new ChecksumError('The file is not complete.'))
    },
    transform: (chunk, controller) => {
      left -= chunk.length
      controller.enqueue(chunk)
    },
  })
}

function filenameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  // Never a path, whatever the server says.
  return (encoded ? decodeURIComponent(encoded) : 'download').replace(/[/\\]/g, '_')
}
