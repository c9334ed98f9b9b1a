import { withBareNext } from './support/bareNext'
import { scalePages } from './support/scalePages'
import { type ShopServer, withShopServer } from './support/shopServer'
import { askedDuring, keep, logStatements } from './support/statements'

/**
 * The portal's pages beside a bare Next page with one query, signed in, turn by turn, so that a busy moment of the machine meets both:
 *
 *   node --conditions=production --import tsx bench/portal.ts
 *
 * RUNS (60) of each, LICENSES (10000) in the shop, of which the customer has six. ONLY=settings leaves out the pages whose addresses do
 * not hold the word. STATEMENTS=folder counts the statements of each page and keeps them there. CPU_PROFILE=folder has the app's
 * server write a profile of its time.
 */
const runs = Number(process.env.RUNS ?? 60)
const licenses = Number(process.env.LICENSES ?? 10_000)
const only = process.env.ONLY ?? ''
const { CPU_PROFILE: profiles, STATEMENTS: statements } = process.env
const warmUp = 15

type Page = { headers?: Record<string, string>; name: string; url: string }
type Timed = { bytes: number; ms: number }

await withShopServer(
  {
    env: { WORKER: 'off' },
    execArgv: profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [],
    licenses,
    prepare: async () => (statements ? logStatements(process.env.DATABASE_URL ?? '') : null),
  },
  async (server) => {
    await withBareNext(server.database, (url) => compare(server, url))
  },
)
process.exit()

async function compare(server: ShopServer<null | string>, bareUrl: string): Promise<void> {
  const { prepared: log, shop, url } = server
  const bare = { name: 'bare Next page, one query', url: `${bareUrl}/licenses/${shop.license.id}` }
  const pages: Page[] = scalePages(shop)
    .map((next) => next())
    .map(({ headers, name, path }) => ({ headers, name, url: `${url}${path}` }))
    .filter(({ name }) => name.startsWith('portal') && name.includes(only))

  write(`${runs} turns of each page and of the bare one`)
  write('page | p50, p95 ms | the bare page beside it | ratio of p50 | of p95 | KB of HTML')
  for (const page of pages) {
    const [ours, theirs]: [Timed[], Timed[]] = [[], []]
    for (let turn = -warmUp; turn < runs; turn += 1) {
      const [one, other] = [await time(bare), await time(page)]
      if (turn < 0) continue
      theirs.push(one)
      ours.push(other)
    }
    const of = (list: Timed[], share: number) =>
      quantile(
        list.map(({ ms }) => ms),
        share,
      )
    const ratio = (share: number) => (of(ours, share) / of(theirs, share)).toFixed(2)
    const both = (list: Timed[]) => `${of(list, 0.5).toFixed(1)}, ${of(list, 0.95).toFixed(1)}`
    const kilobytes = ((ours.at(-1)?.bytes ?? 0) / 1024).toFixed(0)
    write([page.name, both(ours), both(theirs), ratio(0.5), ratio(0.95), kilobytes].join(' | '))
  }
  if (!log || !statements) return
  write('\npage | statements | ms in PostgreSQL')
  for (const page of [bare, ...pages]) {
    const asked = await askedDuring(log, () => time(page))
    keep(statements, page.name, asked)
    write([page.name, asked.count, asked.ms.toFixed(1)].join(' | '))
  }
}

/** From the request until the last byte. */
async function time({ headers, name, url }: Page): Promise<Timed> {
  const begin = performance.now()
  const response = await fetch(url, { headers, redirect: 'manual' })
  const text = await response.text()
  const ms = performance.now() - begin
  if (response.status !== 200) throw new Error(`${name}: ${response.status} ${text.slice(0, 300)}`)
  return { bytes: Buffer.byteLength(text), ms }
}

function quantile(values: number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0
}

function write(line: string): void {
  process.stdout.write(`${line}\n`)
}
