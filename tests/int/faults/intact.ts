import { readdirSync } from 'node:fs'

import { expect } from 'vitest'

import { expectNoTransaction } from '../../support/intact'
import type { App } from './app'
import type { Victim } from './support'

/**
 * Moves the limit of the licence to so many installations more than it has.
 *
 * @returns the limit
 */
export async function limitTo({ query }: Victim, more: number): Promise<number> {
  const [row] = await query(
    `update licenses set parallel_uses = $1::int + (select count(*) from activations where is_active)
     returning parallel_uses::int as limit`,
    [more],
  )
  return Number(row?.limit)
}

/** No connection holds a transaction, and there is no temporary file, neither of the database nor of the app. */
export async function expectNothingLeft({ query, temp }: Victim): Promise<void> {
  await expectNoTransaction(query)
  expect(await query('select name from pg_ls_tmpdir()')).toEqual([])
  // Those of what compiles the app for the test stay.
  expect(readdirSync(temp).filter((name) => !name.startsWith('tsx-'))).toEqual([])
}

/**
 * What the health check answers with.
 *
 * @returns the status; null where there was no answer in this time
 */
export async function healthOf(app: App, withinMs: number): Promise<null | number> {
  try {
    const signal = AbortSignal.timeout(withinMs)
    return (await fetch(`${app.url}/health-check`, { signal })).status
  } catch {
    return null
  }
}
