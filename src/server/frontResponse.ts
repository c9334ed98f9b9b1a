import type { IncomingMessage, ServerResponse } from 'node:http'

import { CompressedResponse } from './compressedResponse'

type Headers = Readonly<Record<string, string>>

const retryAfterSeconds = 5

/**
 * An answer of the server in front, which completes its headers as late as possible: Next appends to what is set before, so that a header would
 * be there twice.
 */
export class FrontResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends CompressedResponse<Request> {
  /**
   * Whether the answer gets its `Content-Length` back: Next drops it from what route handlers answer, and a browser that downloads a file of the
   * portal could not say how much is left. What was compressed has another length.
   */
  keepsLength = false
  /** Knows whether what goes wrong now is only that the database is away: then it is 503, with when to ask again. */
  app: null | { isDatabaseAway: () => boolean } = null
  /** Headers that it gets where it does not set them itself; where several name one, the first counts. */
  lateHeaders: readonly Headers[] = []

  override writeHead(...args: unknown[]): this {
    if (args[0] === 500 && this.app?.isDatabaseAway()) {
      args[0] = 503
      this.setHeader('Retry-After', retryAfterSeconds)
    }
    if (this.keepsLength) keepLength(this)
    for (const headers of this.lateHeaders) {
      for (const name in headers) {
        if (!this.hasHeader(name)) this.setHeader(name, headers[name] ?? '')
      }
    }
    return super.writeHead(...(args as [number]))
  }
}

function keepLength(response: ServerResponse): void {
  const length = response.getHeader('X-LM-Content-Length')
  const isAsItWas = !response.hasHeader('Content-Encoding')
  if (length !== undefined && isAsItWas && !response.hasHeader('Content-Length')) {
    response.setHeader('Content-Length', length)
  }
}
