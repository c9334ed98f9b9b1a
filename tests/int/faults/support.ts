import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { getPayload } from 'payload'

import { closePayload } from '../../../src/database/close'
import { type Cluster, startCluster } from '../../../src/database/embedded'
import { migrate } from '../../../src/database/migrate'
import { createDatabase } from '../../support/cluster'
import { freeze, postmasterOf } from '../../support/freeze'
import { type Query, queryOf } from '../../support/intact'
import type { App } from './app'

/** Whether to take the time that a bad day really takes: `npm run test:faults`. */
export const isThorough = process.env.FAULTS === 'all'

/** Prints what the long form measured, for `docs/reliability.md`. */
export function tell(what: string, figures: Record<string, number>): void {
  if (isThorough) process.stdout.write(`FIGURES ${what}: ${JSON.stringify(figures)}\n`)
}

/** A shop on a PostgreSQL that loses nothing, to be treated badly. */
export type Victim = {
  code: string
  end: () => Promise<void>
  /** Keeps it from doing anything, connections and all, until the answer is called. */
  freeze: () => () => void
  key: string
  /** Ends it at once. */
  kill: () => void
  query: Query
  start: () => Promise<void>
  stop: () => Promise<void>
  /** Where its app may keep what it needs for a while. */
  temp: string
  url: string
}

/** Starts it, with an API key and a licence that has a limit, which `limitTo` moves. */
export async function openVictim(): Promise<Victim> {
  const folder = mkdtempSync(path.join(tmpdir(), 'license-manager-faults-'))
  const dataDir = path.join(folder, 'postgres')
  const temp = path.join(folder, 'temp')
  mkdirSync(temp)
  let cluster: Cluster = await startCluster({ dataDir })
  await createDatabase(cluster, 'faults')
  const url = cluster.url('faults')
  const { code, key } = await openShop(url)
  const query = queryOf(url)
  let postmaster = await postmasterOf(query)
  return {
    code,
    end: async () => {
      await cluster.stop()
      rmSync(folder, { force: true, recursive: true })
    },
    freeze: () => freeze(postmaster),
    key,
    kill: () => void process.kill(postmaster, 'SIGKILL'),
    query,
    start: async () => {
      cluster = await patiently(() => startCluster({ dataDir }))
      postmaster = await patiently(() => postmasterOf(query))
    },
    stop: () => cluster.stop(),
    temp,
    url,
  }
}

async function openShop(url: string): Promise<{ code: string; key: string }> {
  process.env.DATABASE_URL = url
  const { default: config } = await import('../../../payload.config')
  const payload = await getPayload({ config, key: 'faults' })
  await migrate(payload)
  const product = await payload.create({
    collection: 'products',
    data: { name: 'Tidemark', referenceId: 'TIDEMARK' },
  })
  const license = await payload.create({
    collection: 'licenses',
    data: { parallelUses: 2, product: product.id, type: 'perpetual' },
  })
  const key = await payload.create({
    collection: 'api-keys',
    data: { kind: 'external', name: 'Faults' },
  })
  await payload.updateGlobal({ data: { rateLimitPerMinute: 1_000_000 }, slug: 'settings' })
  await closePayload(payload)
  return { code: license.code ?? '', key: (key as unknown as { key: string }).key }
}

/** What is left of a server that was killed holds its memory for a moment. */
async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      if (tries > 30) throw error
      await setTimeout(500)
    }
  }
}

export type Answer = {
  body: Record<string, unknown>
  headers: Headers
  ms: number
  status: number
}

/** Calls the API of a shop; null where no answer came. */
export async function ask(
  app: App,
  { code, key }: Pick<Victim, 'code' | 'key'>,
  action: 'activate' | 'verify',
  domain: string,
  token?: string,
): Promise<Answer | null> {
  const begin = performance.now()
  try {
    const response = await fetch(`${app.url}/external/license/${action}`, {
      body: JSON.stringify({
        ...(token ? { license_data: token } : { license_code: code }),
        product_id: 'TIDEMARK',
      }),
      headers: { 'content-type': 'application/json', 'x-api-key': key, 'x-api-url': domain },
      method: 'POST',
    })
    const body = (await response.json()) as Record<string, unknown>
    const ms = performance.now() - begin
    return { body, headers: response.headers, ms, status: response.status }
  } catch {
    return null
  }
}
