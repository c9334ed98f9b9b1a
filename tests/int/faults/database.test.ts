import { setTimeout } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type App, startApp } from './app'
import { countActive, expectLogged, expectNothingLeft, healthOf, limitTo } from './intact'
import { type Answer, ask, isThorough, openVictim, tell, type Victim } from './support'

const longMs = 180_000
/** How many installations a day may bring, which is more than come before the database is back. */
const slotsOfDay = 150

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
  for (const { body, headers, status } of answers) {
    expect([200, 503]).toContain(status)
    if (status === 503) {
      expect(headers.get('retry-after')).toMatch(/^\d+$/)
      expect(Object.keys(body).sort()).toEqual(['errors', 'message', 'status'])
      expect(JSON.stringify(body)).not.toMatch(/postgres|ECONN|terminat|select/i)
    }
  }
  expect(acknowledged.length).toBeGreaterThan(0)
  const active = await victim.query('select domain from activations where is_active')
  expect(active.map(({ domain }) => domain)).toEqual(expect.arrayContaining(acknowledged))
  // Somebody was refused, so no slot was free; nobody got one beyond the limit.
  expect(await countActive(victim)).toBe(limit)
  await expectLogged(victim)
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
    const limit = await limitTo(victim, 100)
    const holding = victim.query(
      `do $$ begin perform 1 from licenses for update; perform pg_sleep(7); end $$`,
    )
    await setTimeout(300)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        ask(app, victim, 'activate', `crowd-${index}.example`),
      ),
    )
    for (const answer of answers) {
      expect([200, 503]).toContain(answer?.status)
      expect(answer?.ms).toBeLessThan(5000)
    }
    expect(answers.filter((answer) => answer?.status === 503).length).toBeGreaterThan(100)
    tell('pool exhausted', {
      calls: answers.length,
      refused503: answers.filter((answer) => answer?.status === 503).length,
      slowestMs: Math.round(Math.max(...answers.map((answer) => answer?.ms ?? 0))),
    })
    await holding
    expect((await ask(app, victim, 'activate', 'back.example'))?.body.is_active).toBe(true)
    await expectNothingLeft(victim)
    await expectLogged(victim)
    expect(await countActive(victim)).toBeLessThanOrEqual(limit)
    expect(await healthOf(app, 5000)).toBe(200)
  },
  longMs,
)
