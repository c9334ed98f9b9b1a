import { setTimeout } from 'node:timers/promises'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { countActive, expectAcknowledged, expectLogged } from '../../support/intact'
import { type App, startApp } from './app'
import { expectNothingLeft, limitTo } from './intact'
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
    // As many as ask: one that counted twice would leave somebody without.
    const limit = await limitTo(victim, kills * callsEach)
    for (let round = 0; round < kills; round += 1) {
      app = await startApp(victim)
      const domains = Array.from({ length: callsEach }, (_, index) => `k${round}-${index}.example`)
      const calls = domains.map(async (domain) => {
        const answer = await ask(app, victim, 'activate', domain)
        if (answer?.body.is_active === true) acknowledged.add(domain)
      })
      // The first calls read the catalogue and take longest; later kills hit other moments.
      // Of few kills the last is between two answers, however slow the machine is.
      if (isThorough || round === 0) await setTimeout(30 + ((round * 37) % 400))
      else await Promise.race(calls)
      app.kill()
      await Promise.all(calls)
      await expectNothingLeft(victim)
      await expectLogged(victim.query)
      expect(await countActive(victim.query)).toBeLessThanOrEqual(limit)
    }
    expect(acknowledged.size).toBeGreaterThan(0)
    // Before anybody asks again, which would make a lost one anew.
    const kept = await countActive(victim.query)
    await expectAcknowledged(victim.query, victim.code, [...acknowledged])
    app = await startApp(victim)
    const all = Array.from({ length: kills }, (_, round) =>
      Array.from({ length: callsEach }, (_one, index) => `k${round}-${index}.example`),
    ).flat()
    for (const domain of all) {
      expect((await ask(app, victim, 'activate', domain))?.body.is_active).toBe(true)
    }
    await expectAcknowledged(victim.query, victim.code, all)
    await expectLogged(victim.query)
    await expectNothingLeft(victim)
    expect(await countActive(victim.query)).toBe(all.length)
    expect(all).toHaveLength(limit)
    const oneMore = await ask(app, victim, 'activate', 'one-more.example')
    expect(oneMore?.body.is_active).toBe(false)
    expect(await countActive(victim.query)).toBe(limit)
    tell('app killed', {
      acknowledged: acknowledged.size,
      calls: all.length,
      kept,
      kills,
    })
  },
  longMs,
)
