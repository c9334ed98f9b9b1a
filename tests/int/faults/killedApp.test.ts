import { setTimeout } from 'node:timers/promises'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type App, startApp } from './app'
import { ask, isThorough, openVictim, tell, type Victim } from './support'

const longMs = 3_600_000
const kills = isThorough ? 200 : 2
const callsEach = 10

let app: App
let victim: Victim

beforeAll(async () => {
  victim = await openVictim()
}, longMs)
afterAll(async () => {
  await app.stop()
  await victim.end()
}, longMs)

it(
  'an app that is killed -9 in the middle of activations leaves each of them once or not at all, and clients get theirs when they ask again',
  async () => {
    const acknowledged = new Set<string>()
    for (let round = 0; round < kills; round += 1) {
      app = await startApp(victim.url)
      const domains = Array.from({ length: callsEach }, (_, index) => `k${round}-${index}.example`)
      const calls = domains.map(async (domain) => {
        const answer = await ask(app, victim, 'activate', domain)
        if (answer?.body.is_active === true) acknowledged.add(domain)
      })
      // The first calls read the catalogue and take longest; later kills hit other moments.
      await setTimeout(30 + ((round * 37) % 400))
      app.kill()
      await Promise.all(calls)
    }
    // Before anybody asks again, which would make a lost one anew.
    const kept = await victim.query('select domain from activations where is_active')
    expect(kept.map(({ domain }) => domain)).toEqual(expect.arrayContaining([...acknowledged]))
    app = await startApp(victim.url)
    const all = Array.from({ length: kills }, (_, round) =>
      Array.from({ length: callsEach }, (_one, index) => `k${round}-${index}.example`),
    ).flat()
    for (const domain of all) {
      expect((await ask(app, victim, 'activate', domain))?.body.is_active).toBe(true)
    }
    const rows = await victim.query(
      `select domain, count(*)::int as activations,
         (select count(*)::int from activity_log g where g.event = 'activation.created' and g.label = domain) as logged
       from activations where is_active group by domain`,
    )
    expect(rows).toHaveLength(all.length)
    for (const row of rows) expect(row).toMatchObject({ activations: 1, logged: 1 })
    tell('app killed', {
      acknowledged: acknowledged.size,
      calls: all.length,
      kept: kept.length,
      kills,
    })
  },
  longMs,
)
