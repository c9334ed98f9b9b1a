import type { ServerResponse } from 'node:http'

/** How a provider on a bad day answers. */
export type Answer =
  | 'garbage'
  | 'html'
  | 'huge'
  | 'redirect'
  | 'silent'
  | 'status'
  | 'trickle'
  | { headers?: Record<string, string>; json: unknown; status?: number }

const good = '{"access_token":"token","token_type":"bearer"}'

/** Answers like that. Each is good but for what it is named after. */
export function respond(response: ServerResponse, answer: Answer): void {
  const headers = { 'Content-Type': 'application/json' }
  if (typeof answer === 'object') {
    response.writeHead(answer.status ?? 200, { ...headers, ...answer.headers })
    response.end(JSON.stringify(answer.json))
    return
  }
  switch (answer) {
    case 'garbage':
      response.writeHead(200, headers).end('{"access_token": ')
      return
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(good)
      return
    case 'huge':
      response.writeHead(200, headers).end(' '.repeat(10 * 1024 * 1024) + good)
      return
    case 'redirect':
      // 307 has the form sent again, with the secret, to wherever it says.
      response.writeHead(307, { Location: '/elsewhere' }).end()
      return
    case 'silent':
      setTimeout(() => response.writeHead(200, headers).end(good), 12_000).unref()
      return
    case 'status':
      response.writeHead(500, headers).end(good)
      return
    case 'trickle': {
      response.writeHead(200, headers)
      const timer = setInterval(() => response.write(' '), 200)
      setTimeout(() => {
        clearInterval(timer)
        response.end(good)
      }, 12_000).unref()
    }
  }
}
