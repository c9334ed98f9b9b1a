import { getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { closePayload } from '../../../src/database/close'
import type { Cluster } from '../../../src/database/embedded'
import { migrate } from '../../../src/database/migrate'
import { migrations } from '../../../src/database/migrations'
import { createReadiness } from '../../../src/server/readiness'
import { createDatabase, startThrowAwayCluster } from '../../support/cluster'
import { queryOf } from '../../support/intact'

let cluster: Cluster
let instances: Payload[]

beforeAll(async () => {
  cluster = await startThrowAwayCluster()
  await createDatabase(cluster, 'at_once')
  process.env.DATABASE_URL = cluster.url('at_once')
  const { default: config } = await import('../../../payload.config')
  const start = (key: string) => getPayload({ config, key })
  instances = [await start('one'), await start('other')]
}, 60_000)
afterAll(async () => {
  for (const payload of instances) await closePayload(payload)
  await cluster.stop()
})

it('migrates once, however many instances start at the same time, and is ready only afterwards', async () => {
  const names = migrations.map(({ name }) => name)
  const query = queryOf(cluster.url('at_once'))
  const pool = {
    query: async (text: string, values: unknown[]) => ({ rows: await ask(text, values) }),
  }
  const ask = async (text: string, values: unknown[]) =>
    (await query(text, values)) as { applied: number }[]
  const { check } = createReadiness(pool, names)
  expect(await check()).toBe('migrations')

  await Promise.all(instances.map(migrate))
  expect(await check()).toBeNull()
  const applied = await query('select name from payload_migrations order by name')
  expect(applied.map(({ name }) => name)).toEqual([...names].sort())
  for (const payload of instances) {
    expect((await payload.find({ collection: 'licenses' })).totalDocs).toBe(0)
  }
}, 120_000)
