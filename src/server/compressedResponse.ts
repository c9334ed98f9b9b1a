import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Transform } from 'node:stream'

import { compress, createEncoder, type Encoding, encodingOf } from './encodings'

type Chunk = string | Uint8Array
type Done = (error?: Error | null) => void
type WriteArguments = [Chunk, (BufferEncoding | Done)?, Done?]

/** Up to this many bytes are compressed at once, which takes a millisecond or two. Pages have less than half of it. */
const mostAtOnce = 256 * 1024

/** How long the end of a body is waited for. A page that takes longer is sent on as it comes. */
const patienceMs = 20

/**
 * An answer that is compressed on its way. Portal pages come whole within a few milliseconds, in many small parts: compressed one by one, each of them
 * costs a turn through zlib's threads and a write to the socket. So they are gathered, and compressed and sent at once.
 *
 * A class, since methods that each answer has for itself, as common middleware sets them, keep it in memory from one small garbage collection to
 * the next.
 */
export class CompressedResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  /** Whether it is compressed where the client accepts that and it is worth it. */
  compresses = false
  #encoder: (Transform & { flush: () => void }) | null = null
  #encoding: Encoding | null = null
  #gathered: Buffer[] | null = null
  #gatheredBytes = 0
  #isEnded = false
  #timer: NodeJS.Timeout | undefined
  #whole: Buffer | null = null

  override writeHead(...args: unknown[]): this {
    if (this.compresses && !this.headersSent) {
      if (typeof args[0] === 'number') this.statusCode = args[0]
      this.#encoding = encodingOf(this, this.#whole?.length)
      if (this.#encoding) this.#announce(this.#encoding)
      else this.#announceLength()
    }
    return super.writeHead(...(args as [number]))
  }

  /** What is gathered goes with the first bytes of it. */
  override flushHeaders(): void {
    if (!this.headersSent) this.writeHead(this.statusCode)
    if (!this.#gathered) super.flushHeaders()
  }

  override write(...args: unknown[]): boolean {
    if (!this.headersSent) this.writeHead(this.statusCode)
    const [chunk, encoding, done] = partsOf(args as WriteArguments)
    if (this.#encoder) {
      const hasRoom = this.#encoder.write(toBuffer(chunk, encoding), done)
      this.#encoder.flush()
      return hasRoom
    }
    if (!this.#gathered) return super.write(...(args as [Chunk]))
    this.#gather(toBuffer(chunk, encoding))
    if (done) process.nextTick(done)
    return true
  }

  override end(...args: unknown[]): this {
    // What is still being compressed ends by itself.
    if (this.#isEnded) return this.#encoder ? this : super.end(...(args as [Chunk]))
    this.#isEnded = true
    const [chunk, encoding, done] = partsOf(args as WriteArguments)
    const last = chunk === undefined || chunk === null ? null : toBuffer(chunk, encoding)
    if (!this.headersSent && this.compresses) {
      this.#whole = last ?? Buffer.alloc(0)
      this.writeHead(this.statusCode)
      // Whoever looks at heads may have answered in its place.
      if (this.writableEnded) return this
      if (!this.#gathered) return super.end(this.#whole, done)
    }
    if (last && this.#gathered) this.#gather(last)
    else if (last) this.#encoder?.write(last)
    if (this.#encoder) {
      if (done) this.once('finish', done)
      this.#encoder.end()
      return this
    }
    if (!this.#gathered || !this.#encoding) return super.end(...(args as [Chunk]))
    const body = compress(this.#encoding, Buffer.concat(this.#gathered))
    this.#forget()
    return super.end(body, done)
  }

  /** Room in the socket is room for the encoder. Whoever writes waits for room in that. */
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === 'drain' && this.#encoder) {
      this.#encoder.resume()
      if (this.#encoder.writableNeedDrain) return true
    }
    return super.emit(event, ...args)
  }

  /** Sets the headers of a compressed body, and gets ready for it. */
  #announce(encoding: Encoding): void {
    this.setHeader('Content-Encoding', encoding)
    this.removeHeader('Content-Length')
    if (this.#whole && this.#whole.length <= mostAtOnce) {
      this.#whole = compress(encoding, this.#whole)
      this.setHeader('Content-Length', this.#whole.length)
      return
    }
    this.#gathered = []
    this.#timer = setTimeout(() => this.#stream(), patienceMs)
    this.once('close', () => this.#forget())
  }

  /** Node would add it, had it not to send the headers before it sees the body. */
  #announceLength(): void {
    const hasBody = this.req.method !== 'HEAD' && ![204, 304].includes(this.statusCode)
    if (!this.#whole || !hasBody || this.hasHeader('Transfer-Encoding')) return
    if (!this.hasHeader('Content-Length')) this.setHeader('Content-Length', this.#whole.length)
  }

  #gather(chunk: Buffer): void {
    this.#gathered?.push(chunk)
    this.#gatheredBytes += chunk.length
    if (this.#gatheredBytes > mostAtOnce) this.#stream()
  }

  /** Goes on bit by bit: what was gathered first, then each part as it comes. */
  #stream(): void {
    if (!this.#gathered || !this.#encoding) return
    const gathered = this.#gathered
    this.#forget()
    const encoder = createEncoder(this.#encoding)
    this.#encoder = encoder
    encoder.on('data', (part: Buffer) => {
      if (!super.write(part)) encoder.pause()
    })
    encoder.on('drain', () => super.emit('drain'))
    encoder.on('end', () => super.end())
    encoder.on('error', (error) => this.destroy(error))
    this.once('close', () => encoder.destroy())
    super.flushHeaders()
    for (const part of gathered) encoder.write(part)
    encoder.flush()
  }

  #forget(): void {
    clearTimeout(this.#timer)
    this.#gathered = null
  }
}

function partsOf([chunk, encoding, done]: WriteArguments): [
  Chunk | null | undefined,
  BufferEncoding | undefined,
  Done | undefined,
] {
  if (typeof chunk === 'function') return [null, undefined, chunk]
  return typeof encoding === 'function' ? [chunk, undefined, encoding] : [chunk, encoding, done]
}

function toBuffer(chunk: Chunk | null | undefined, encoding?: BufferEncoding): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, encoding)
  const { buffer, byteLength, byteOffset } = chunk ?? new Uint8Array()
  return Buffer.from(buffer, byteOffset, byteLength)
}
