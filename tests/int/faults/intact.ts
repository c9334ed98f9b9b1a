import { readdirSync } from 'node:fs'

import { expect } from 'vitest'

import type { App } from './app'
import type { Victim } from './support'

/**
 * Moves the limit of the licence to so many installations more than it has.
 *
 * @returns the limit
 */
export async function limitTo(victim: Victim, more: number): Promise<number> {
  const [row] = await victim.query(
    `update licenses set parallel_uses = $1::int + (select count(*) from activations where is_active)
     returning parallel_uses::int as limit`,
    [more],
  )
  return Number(row?.limit)
}

/** How many installations there are. */
export async function countActive(victim: Victim): Promise<number> {
  const [row] = await victim.query(
    'select count(*)::int as active from activations where is_active',
  )
  return Number(row?.active)
}

/** Each activation is there once and logged once, and nothing is logged that there is not. */
export async function expectLogged(victim: Victim): Promise<void> {
  const unlike = await victim.query(
    `select domain, activations, logged
     from (select domain, count(*)::int as activations from activations where is_active group by domain) a
     full join (select label as domain, count(*)::int as logged from activity_log where event = 'activation.created' group by label) g
       using (domain)
     where activations is distinct from 1 or logged is distinct from 1`,
  )
  expect(unlike).toEqual([])
}

/** No connection holds a transaction, and there is no temporary file, neither of the database nor of the app. */
export async function expectNothingLeft(victim: Victim): Promise<void> {
  const open = () =>
    victim.query(
      `select pid, state, query from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and (state like 'idle in transaction%' or xact_start is not null)`,
    )
  await expect.poll(open, { interval: 200, timeout: 15_000 }).toEqual([])
  expect(await victim.query('select name from pg_ls_tmpdir()')).toEqual([])
  // Those of what compiles the app for the test stay.
  expect(readdirSync(victim.temp).filter((name) => !name.startsWith('tsx-'))).toEqual([])
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
