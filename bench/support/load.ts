import { Agent, request } from 'node:http'

import { cpuTimeOf } from './cpuTime'

/** A request of a load. */
export type Shot = {
  body?: object
  headers?: Record<string, string>
  method: 'GET' | 'POST'
  url: string
}

/** What a load came to. Times in milliseconds; `cpu` is processor time of the server per call, in microseconds. */
export type Figures = {
  cpu: null | number
  failed: number
  median: number
  p99: number
  perSecond: number
}

/**
 * Asks as fast as answers come over some connections.
 *
 * @param pid of the server that is asked
 * @param next makes the next request, or null where there is none left
 * @param isGood judges an answer's body
 */
export async function fire(
  { connections, pid, seconds }: { connections: number; pid: number | undefined; seconds: number },
  next: () => null | Shot,
  isGood: (body: Record<string, unknown>) => boolean,
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const end = performance.now() + seconds * 1000
  const times: number[] = []
  let failed = 0
  const work = async () => {
    while (performance.now() < end) {
      const shot = next()
      if (!shot) return
      const start = performance.now()
      const { body, status } = await send(agent, shot)
      times.push(performance.now() - start)
      if (status !== 200 || !isGood(body)) failed += 1
    }
  }
  const cpuBefore = cpuTimeOf(pid)
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, work))
  const took = (performance.now() - start) / 1000
  const cpuAfter = cpuTimeOf(pid)
  agent.destroy()
  times.sort((one, other) => one - other)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  const cpu =
    cpuBefore === null || cpuAfter === null
      ? null
      : ((cpuAfter - cpuBefore) * 1000) / Math.max(1, times.length)
  return { cpu, failed, median: at(0.5), p99: at(0.99), perSecond: times.length / took }
}

function send(
  agent: Agent,
  { body, headers, method, url }: Shot,
): Promise<{ body: Record<string, unknown>; status: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, headers: { 'content-type': 'application/json', ...headers }, method },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          resolve({
            body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
            status: response.statusCode ?? 0,
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}
