import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { prepareSoak, type SoakCall, soakCalls, type SoakShop } from './support/soakCalls'
import { type ShopServer, withShopServer } from './support/shopServer'
import { slopeOf } from './support/slope'

/**
 * The built app under a steady mix of calls, and what its memory comes to. Once a minute the server collects its garbage; what is left
 * must not become more after the first third, in which V8 compiles what gets warm.
 *
 *   npm run soak
 *
 * MINUTES (30), RATE (30) calls a second over CONNECTIONS (6), LICENSES (2000). SNAPSHOTS=folder writes a heap snapshot after a third
 * and at the end. Ends with 1 where memory grew or a call failed.
 */
const minutes = Number(process.env.MINUTES ?? 30)
const rate = Number(process.env.RATE ?? 30)
const connections = Number(process.env.CONNECTIONS ?? 6)
const licenses = Number(process.env.LICENSES ?? 2000)
const folder = process.env.SNAPSHOTS
/** In MB an hour. At 30 calls a second, 10 MB are about 100 bytes a call. */
const limits = { heap: 10, rss: 60 }

const mb = 1024 * 1024
const hook = path.join(path.dirname(fileURLToPath(import.meta.url)), 'support/memoryHook.mjs')
const failures = new Map<string, number>()
let [calls, failed, late] = [0, 0, 0]

await withShopServer(
  {
    env: { TRUST_PROXY: '1' },
    execArgv: ['--expose-gc', '--import', pathToFileURL(hook).href],
    licenses,
    prepare: prepareSoak,
  },
  soak,
)
process.exit()

type Sample = { code: number; heap: number; minute: number; rss: number }
/** `code`: what V8 compiled, which is part of the heap. */
type Memory = NodeJS.MemoryUsage & { code: number }

async function soak({ child, prepared, shop, url }: ShopServer<SoakShop>): Promise<void> {
  const mix = shuffled(
    soakCalls(url, shop, prepared).flatMap(([weight, next]) =>
      Array.from({ length: weight }, () => next),
    ),
  )
  write(`${mix.length} calls make a round of the mix; warming up with four rounds …`)
  for (let round = 0; round < 4; round += 1) for (const next of mix) await send(next())

  const begin = performance.now()
  const elapsed = () => performance.now() - begin
  let turn = 0
  const work = async () => {
    while (elapsed() < minutes * 60_000) {
      const due = (turn * 1000) / rate
      const next = mix[turn++ % mix.length]
      if (due > elapsed()) await setTimeout(due - elapsed())
      else if (elapsed() - due > 1000) late += 1
      if (next) await send(next())
    }
  }
  const load = Promise.all(Array.from({ length: connections }, work))
  const samples = await watch(child, elapsed)
  await load
  report(samples)
}

async function watch(child: ChildProcess, elapsed: () => number): Promise<Sample[]> {
  write('minute | heap MB | code MB | external MB | buffers MB | RSS MB | calls | failed')
  const samples: Sample[] = []
  for (let minute = 0; minute <= minutes; minute += 1) {
    await setTimeout(Math.max(0, minute * 60_000 - elapsed()))
    const { memory } = await ask<{ memory: Memory }>(child, 'memory')
    const { arrayBuffers, code, external, heapUsed, rss } = memory
    samples.push({ code: code / mb, heap: heapUsed / mb, minute, rss: rss / mb })
    const figures = [heapUsed, code, external, arrayBuffers, rss].map((bytes) =>
      (bytes / mb).toFixed(1),
    )
    write([minute, ...figures, calls, failed].join(' | '))
    const isDue = minute === Math.ceil(minutes / 3) || minute === minutes
    if (folder && isDue) await ask(child, `snapshot ${path.join(folder, `${minute}.heapsnapshot`)}`)
  }
  return samples
}

async function ask<T>(child: ChildProcess, question: string): Promise<T> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error('The server ended.')
  const answer = once(child, 'message')
  child.send(question)
  const [told] = (await answer) as [T]
  return told
}

async function send(call: null | SoakCall): Promise<void> {
  if (!call) return
  const { body, headers, isGood = () => true, method, name, then, url } = call
  let problem: null | string
  try {
    const response = await fetch(url, {
      body: body && JSON.stringify(body),
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      method,
      redirect: 'manual',
    })
    const text = await response.text()
    problem =
      response.status === 200 && isGood(text) ? null : `${response.status} ${text.slice(0, 200)}`
    if (problem === null) then?.(response)
  } catch (error) {
    problem = String(error)
  }
  calls += 1
  if (problem === null) return
  failed += 1
  const known = failures.get(name) ?? 0
  failures.set(name, known + 1)
  if (known < 3) write(`${name}: ${problem}`)
}

function report(samples: Sample[]): void {
  const settled = samples.filter(({ minute }) => minute >= minutes / 3)
  const of = (figure: 'code' | 'heap' | 'rss') =>
    slopeOf(settled.map((sample): [number, number] => [sample.minute / 60, sample[figure]]))
  const [heap, rss] = [of('heap'), of('rss')]
  const grows = heap.slope > limits.heap || rss.slope > limits.rss
  write(`\n${calls} calls, ${failed} failed, ${late} began more than a second late`)
  write(`From minute ${settled[0]?.minute} on, by least squares, with the standard error:`)
  write(
    `heap ${told(heap)} MB/h (growth above ${limits.heap}), of which compiled code ${told(of('code'))}`,
  )
  write(`RSS ${told(rss)} MB/h (growth above ${limits.rss})`)
  write(grows ? 'Growth.' : 'No growth.')
  if (grows || failed > 0) process.exitCode = 1
}

function told({ error, slope }: { error: number; slope: number }): string {
  return `${slope.toFixed(1)} ± ${error.toFixed(1)}`
}

/** In an order that is the same each time, so that two runs do the same. */
function shuffled<T>(list: T[]): T[] {
  return list
    .map((item, index): [number, T] => [(index * 61) % list.length, item])
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item)
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
