import {
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  gzipSync,
} from 'node:zlib'
import type { Transform } from 'node:stream'
import type { ServerResponse } from 'node:http'

/** How answers can be compressed. */
export type Encoding = 'br' | 'gzip'

/** What comes well below a network packet is not worth it. */
const leastBytes = 1024

const compressible =
  /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]+\+)?(?:json|xml|javascript|wasm)\b|image\/svg)/

/** A page of 100 KB takes half of what it does at zlib's usual level, and is an eighth larger; with Brotli it is smaller. */
const gzipOptions = { level: 3 }
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }

/**
 * How an answer whose headers are set is to be compressed; says in `Vary` that it goes by what the client accepts.
 *
 * @param length of the whole body in bytes, where it is known
 * @returns null when it is not
 */
export function encodingOf(response: ServerResponse, length?: number): Encoding | null {
  const { req, statusCode } = response
  if (req.method === 'HEAD' || statusCode < 200 || [204, 206, 304].includes(statusCode)) return null
  if (response.hasHeader('Content-Encoding')) return null
  if (!compressible.test(textOf(response, 'Content-Type'))) return null
  if (/\bno-transform\b/.test(textOf(response, 'Cache-Control'))) return null
  const vary = textOf(response, 'Vary')
  if (!/accept-encoding|\*/i.test(vary)) {
    response.setHeader('Vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding')
  }
  const known = length ?? Number(response.getHeader('Content-Length') ?? leastBytes)
  if (known < leastBytes) return null
  const accepted = acceptedOf(req.headers['accept-encoding'])
  return accepted.has('br') ? 'br' : accepted.has('gzip') ? 'gzip' : null
}

/** Compresses a whole body at once. */
export function compress(encoding: Encoding, body: Uint8Array): Buffer {
  return encoding === 'br' ? brotliCompressSync(body, brotliOptions) : gzipSync(body, gzipOptions)
}

/** Compresses a body that comes bit by bit; what is written goes on with the next `flush`. */
export function createEncoder(encoding: Encoding): Transform & { flush: () => void } {
  return encoding === 'br' ? createBrotliCompress(brotliOptions) : createGzip(gzipOptions)
}

/** The names in an `Accept-Encoding` header but those that it refuses by a weight of zero. */
function acceptedOf(header = ''): Set<string> {
  const names = String(header)
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';'))
    .filter(([, weight = '']) => !/^\s*q=0(?:\.0*)?\s*$/.test(weight))
  return new Set(names.map(([name = '']) => name.trim()))
}

function textOf(response: ServerResponse, name: string): string {
  return String(response.getHeader(name) ?? '')
}
