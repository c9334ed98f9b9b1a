import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer =
  'html' | 'huge' | 'redirect' | 'silent' | 'status' | 'trickle' | { json: unknown }

export type SiteVerify = {
  /** What it answers from now on. */
  answer: Answer
  /** The forms that it was sent, the latest last. */
  asked: URLSearchParams[]
  close: () => Promise<void>
  url: string
}

/** A server in the place of Google's service. */
export async function startSiteVerify(): Promise<SiteVerify> {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      service.asked.push(new URLSearchParams(body))
      if (request.url === '/elsewhere') response.end(good)
      else respond(response, service.answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const service: SiteVerify = {
    answer: 'status',
    asked: [],
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`,
  }
  return service
}

const good = '{"success":true,"hostname":"localhost","action":"login","score":1}'

function respond(response: ServerResponse, answer: Answer): void {
  if (typeof answer === 'object') {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer.json))
    return
  }
  switch (answer) {
    case 'html':
      response.setHeader('Content-Type', 'text/html').end('<!doctype html><p>success</p>')
      return
    case 'huge':
      // Good as JSON: only its size is wrong.
      response.end(' '.repeat(10 * 1024 * 1024) + good)
      return
    case 'redirect':
      // 307 has the form sent again, with the secret key, to wherever it says.
      response.writeHead(307, { Location: '/elsewhere' }).end()
      return
    case 'silent':
      setTimeout(() => response.end(good), 10_000).unref()
      return
    case 'status':
      response.writeHead(500).end(good)
      return
    case 'trickle': {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 200)
      setTimeout(() => {
        clearInterval(timer)
        response.end(good)
      }, 10_000).unref()
    }
  }
}
