import type { ServerResponse } from 'node:http'

/**
 * Gives an answer its `Content-Length` back: Next drops it from what route handlers answer, and a browser that downloads a file of the
 * portal could not say how much is left. What was compressed has another length.
 */
export function keepLength(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    const length = response.getHeader('X-LM-Content-Length')
    const isAsItWas = !response.hasHeader('Content-Encoding')
    if (length !== undefined && isAsItWas && !response.hasHeader('Content-Length')) {
      response.setHeader('Content-Length', length)
    }
    return writeHead(...args)
  }
}
