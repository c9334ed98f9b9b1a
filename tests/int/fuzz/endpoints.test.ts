import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inputs, seed } from '../../support/hostile'
import { tokenOf } from '../../support/rest'
import { snapshot } from '../access/rows'
import { type Route, routesOf, senderOf } from './support/endpoints'
import { toRequest, type Wish, wishOf } from './support/wishes'
import { insides, openWorld, type World } from './support/world'

/**
 * Every endpoint of the configuration, taken from it so that a new one is met by itself: sign-in, portal, exports, search, reports,
 * imports, actions, globals, and what Payload adds to every collection.
 */
let routes: Route[]
let send: ReturnType<typeof senderOf>
let world: World

beforeAll(async () => {
  world = await openWorld()
  routes = routesOf(world.test.payload.config)
  send = senderOf(world.test)
})
afterAll(() => world.test.close())

/** What an unknown caller may add to: sign-ups, mails, tokens and what keeps count of attempts. */
const open = new Set([
  ...['account-tokens', 'activity-log', 'customers', 'failed-attempts', 'known-devices'],
  ...['login-events', 'mails', 'payload-jobs', 'payload-kv', 'webhook-deliveries'],
])
/** What comes and goes with visits. */
const passing = new Set([
  ...['captcha-challenges', 'customer-sessions', 'login-lockouts', 'social-login-states'],
])

/** Sends it, and says what was asked for by name, with the status. */
async function answerTo(wish: Wish, token: null | string) {
  const answer = await send(toRequest(wish, token))
  return { ...answer, what: `${wish.route.method} ${wish.route.path}: ${answer.status}` }
}

const tokenFor = (collection: 'customers' | 'users') => {
  const { admin, customer, password } = world.people
  const { email } = collection === 'users' ? admin : customer
  return tokenOf(world.test.payload, collection, { email, password })
}

/** What was there before and is nobody's to change who is not an administrator. */
async function lasting(): Promise<Record<string, unknown>> {
  const { settings, ...collections } = await snapshot(world.test.payload)
  const kept = Object.entries(collections).filter(([slug]) => !passing.has(slug))
  const foreign = kept.map(([slug, docs]) => [
    slug,
    (docs as { id: string }[]).filter(({ id }) => !world.own.has(id)),
  ])
  return { ...(Object.fromEntries(foreign) as Record<string, unknown>), settings }
}

// A busy machine needs minutes for all of them.
const patience = 600_000

describe('whatever is sent to the endpoints', () => {
  it('those of the plugins are among them', () => {
    const paths = routes.map(({ method, path }) => `${method} ${path}`)
    expect(paths).toEqual(
      expect.arrayContaining([
        'GET /admin-search',
        'GET /auth/:provider/callback',
        'GET /exports/:collection',
        'GET /globals/settings',
        'GET /reports/top-customers',
        'POST /customers/:id/actions/disable',
        'POST /customers/bulk/delete',
        'POST /customers/forgot-password',
        'POST /customers/login',
        'POST /customers/register',
        'POST /globals/settings',
        'POST /imports/upload',
        'POST /licenses/bulk/generate',
        'POST /portal/activations/:id/deactivate',
      ]),
    )
  })

  it(
    'by outsiders, it does not fail, reads nothing of others and changes nothing of theirs',
    async () => {
      const before = await lasting()
      const special = routes.filter(({ isCommon }) => !isCommon)
      const wish = fc.oneof(
        { arbitrary: wishOf(special, world.someIds), weight: 3 },
        { arbitrary: wishOf(routes, world.someIds), weight: 1 },
      )
      const seen = new Set<Route>()
      await fc.assert(
        fc.asyncProperty(wish, fc.boolean(), async (one, isCustomer) => {
          seen.add(one.route)
          const token = isCustomer ? await tokenFor('customers') : null
          const { location, status, text, what } = await answerTo(one, token)
          // 501 is what Payload says of a collection that has no REST at all.
          expect(what).not.toMatch(/: 5(?!01)\d\d$/)
          // What was wrong with a call may be said in the words of the call, and an address leads on with them.
          expect(text + location, what).not.toMatch(insides)
          if (status < 400) world.expectNothingOfOthers(text)
        }),
        { endOnFailure: true, numRuns: Math.ceil(inputs * 0.3), seed },
      )
      if (inputs >= 10_000) expect(special.filter((route) => !seen.has(route))).toEqual([])
      const after = await lasting()
      for (const [slug, docs] of Object.entries(before)) {
        if (open.has(slug)) expect(after[slug]).toEqual(expect.arrayContaining(docs as []))
        else expect({ [slug]: after[slug] }).toEqual({ [slug]: docs })
      }
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
    },
    patience,
  )

  // Last: administrators may change everything, and do.
  it(
    'by administrators, it does not fail and tells nothing of its insides',
    async () => {
      const special = routes.filter(({ isCommon, path }) => !isCommon && !path.startsWith('/users'))
      const token = await tokenFor('users')
      let carriedOut = 0
      await fc.assert(
        fc.asyncProperty(wishOf(special, world.someIds), async (one) => {
          const { status, text, what } = await answerTo(one, token)
          expect(what).not.toMatch(/: 5(?!01)\d\d$/)
          expect(text, what).not.toMatch(insides)
          if (status < 300) carriedOut += 1
        }),
        { endOnFailure: true, numRuns: Math.ceil(inputs * 0.15), seed },
      )
      expect(carriedOut).toBeGreaterThan(inputs / 200)
    },
    patience,
  )
})
