import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../support/tls')
/** A certificate of this machine's name, which only tests trust. */
export const ca = readFileSync(path.join(folder, 'localhost.crt'))
const key = readFileSync(path.join(folder, 'localhost.key'))

export type Received = { body: string; headers: IncomingHttpHeaders; path: string }

export type Reply = {
  body?: string
  delayMs?: number
  headers?: Record<string, string>
  status: number
}

/** Another system that is told of events, over real HTTPS. */
export type Receiver = {
  close: () => Promise<void>
  received: Received[]
  /** What it answers from now on. */
  reply: (reply: Reply) => void
  url: (path?: string) => string
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  let next: Reply = { status: 200 }
  const server = createServer({ cert: ca, key }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({
        body: Buffer.concat(chunks).toString('utf8'),
        headers: request.headers,
        path: request.url ?? '',
      })
      const { body = '', delayMs = 0, headers, status } = next
      setTimeout(() => response.writeHead(status, headers).end(body), delayMs)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
    received,
    reply: (reply) => {
      next = reply
    },
    url: (where = '/hook') => `https://localhost:${port}${where}`,
  }
}
