import { setTimeout } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  countActive,
  expectAcknowledged,
  expectLogged,
  expectUnavailable,
} from '../../support/intact'
import { type App, startApp } from './app'
import { expectNothingLeft, healthOf, limitTo } from './intact'
import { type Answer, ask, isThorough, openVictim, tell, type Victim } from './support'

const longMs = 180_000
/** How many installations a day may bring, which is more than come before the database is back. */
const slotsOfDay = 150
const slotsOfCrowd = 20

let app: App
let victim: Victim
let serial = 0

beforeAll(async () => {
  victim = await openVictim()
  app = await startApp(victim)
  // They have their slots, whatever happens.
  for (const domain of ['verified.example', 'back.example']) {
    expect((await ask(app, victim, 'activate', domain))?.body.is_active).toBe(true)
  }
}, longMs)
afterAll(async () => {
  await app.stop()
  await victim.end()
}, longMs)

/** Installs again and again while something happens, each time somewhere else, and after it until there is no slot left. */
async function underLoad(happens: () => Promise<void>) {
  const limit = await limitTo(victim, slotsOfDay)
  const acknowledged: string[] = []
  const answers: Answer[] = []
  let isOver = false
  const install = async () => {
    while (!isOver) {
      const domain = `bad-day-${(serial += 1)}.example`
      const answer = await ask(app, victim, 'activate', domain)
      if (answer) answers.push(answer)
      if (answer?.body.is_active === true) acknowledged.push(domain)
      if (answer?.body.is_active !== true) await setTimeout(50)
    }
  }
  const { body } = (await ask(app, victim, 'activate', 'verified.example')) ?? {}
  const verify = async () => {
    while (!isOver) {
      const token = String(body?.lic_response)
      const answer = await ask(app, victim, 'verify', 'verified.example', token)
      if (answer) answers.push(answer)
      // Whatever happens: installed software is never told that its licence is not in order.
      if (answer?.status === 200) expect(answer.body.is_active).toBe(true)
      else await setTimeout(50)
    }
  }
  const load = [...Array.from({ length: 8 }, install), ...Array.from({ length: 4 }, verify)]
  await setTimeout(500)
  await happens()
  const since = performance.now()
  await expect
    .poll(async () => (await ask(app, victim, 'activate', 'back.example'))?.body.is_active, {
      interval: 100,
      timeout: 30_000,
    })
    .toBe(true)
  const backAfterMs = performance.now() - since
  await expect
    .poll(() => answers.some(({ body, status }) => status === 200 && body.is_active === false), {
      interval: 50,
      timeout: 60_000,
    })
    .toBe(true)
  isOver = true
  await Promise.all(load)
  return { acknowledged, answers, backAfterMs, limit }
}

/** What must hold after any bad day. */
async function expectIntact(
  what: string,
  { acknowledged, answers, backAfterMs, limit }: Awaited<ReturnType<typeof underLoad>>,
) {
  tell(what, {
    acknowledged: acknowledged.length,
    answers: answers.length,
    backAfterMs: Math.round(backAfterMs),
    refused503: answers.filter(({ status }) => status === 503).length,
    slowestMs: Math.round(Math.max(...answers.map(({ ms }) => ms))),
  })
  for (const answer of answers) {
    if (answer.status !== 200) expectUnavailable(answer)
  }
  expect(acknowledged.length).toBeGreaterThan(0)
  await expectAcknowledged(victim.query, victim.code, acknowledged)
  // Somebody was refused, so no slot was free; nobody got one beyond the limit.
  expect(await countActive(victim.query)).toBe(limit)
  await expectLogged(victim.query)
  await expectNothingLeft(victim)
  expect(await healthOf(app, 5000)).toBe(200)
}

describe('under load, after', () => {
  it(
    'a restart of the database every acknowledged activation is there once, and the service is back',
    async () => {
      const day = await underLoad(async () => {
        await victim.stop()
        await setTimeout(1000)
        expect(await healthOf(app, 10_000)).toBe(503)
        await victim.start()
      })
      await expectIntact('database restarted', day)
      expect(day.answers.some(({ status }) => status === 503)).toBe(true)
      expect(day.backAfterMs).toBeLessThan(10_000)
    },
    longMs,
  )

  it(
    'a kill -9 of the database the same holds',
    async () => {
      const day = await underLoad(async () => {
        victim.kill()
        await setTimeout(500)
        expect(await healthOf(app, 10_000)).toBe(503)
        await victim.start()
      })
      await expectIntact('database killed', day)
      expect(day.backAfterMs).toBeLessThan(10_000)
    },
    longMs,
  )

  it(
    'a database that was frozen the same holds',
    async () => {
      const day = await underLoad(async () => {
        const thaw = victim.freeze()
        const frozenMs = isThorough ? 20_000 : 3000
        try {
          const [health] = await Promise.all([healthOf(app, frozenMs - 500), setTimeout(frozenMs)])
          expect(health).not.toBe(200)
        } finally {
          thaw()
        }
      })
      await expectIntact('database frozen', day)
      expect(day.backAfterMs).toBeLessThan(10_000)
    },
    longMs,
  )
})

it(
  '200 calls at a pool of 5 that waits for one row are answered with 503 within 5 seconds, and none hangs',
  async () => {
    // The crowd is larger than what is left, so that nobody may be let in by mistake.
    const limit = await limitTo(victim, slotsOfCrowd)
    const holding = victim.query(
      `do $$ begin perform 1 from licenses for update; perform pg_sleep(7); end $$`,
    )
    await setTimeout(300)
    const crowd = Array.from({ length: 200 }, (_, index) => `crowd-${index}.example`)
    const answers = await Promise.all(
      crowd.map(async (domain) => ({ answer: await ask(app, victim, 'activate', domain), domain })),
    )
    const isIn = ({ answer }: (typeof answers)[number]) => answer?.body.is_active === true
    const refused = answers.filter(({ answer }) => answer?.status !== 200)
    for (const { answer } of answers) expect(answer?.ms).toBeLessThan(5000)
    for (const { answer } of refused) expectUnavailable(answer as Answer)
    expect(refused.length).toBeGreaterThan(100)
    tell('pool exhausted', {
      calls: answers.length,
      refused503: refused.length,
      slowestMs: Math.round(Math.max(...answers.map(({ answer }) => answer?.ms ?? 0))),
    })
    await holding
    const acknowledged = answers.filter(isIn).map(({ domain }) => domain)
    await expectAcknowledged(victim.query, victim.code, acknowledged)
    for (const domain of crowd.slice(0, slotsOfCrowd + 5)) {
      const answer = await ask(app, victim, 'activate', domain)
      expect(answer?.status).toBe(200)
      if (answer?.body.is_active === true) acknowledged.push(domain)
      else expect(answer?.body.code).toBe('limit_reached')
    }
    await expectAcknowledged(victim.query, victim.code, [...new Set(acknowledged)])
    expect((await ask(app, victim, 'activate', 'back.example'))?.body.is_active).toBe(true)
    await expectNothingLeft(victim)
    await expectLogged(victim.query)
    expect(await countActive(victim.query)).toBe(limit)
    expect(await healthOf(app, 5000)).toBe(200)
  },
  longMs,
)
