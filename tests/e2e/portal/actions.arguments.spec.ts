import { expect } from '@playwright/test'

import { type Action, hiddenFields, type Part, portalActions, scriptParts } from './forms'
import { createFuzzed, filled, siteAt } from './fuzzedAccount'
import { ending } from './hostileForms'
import { test } from './support'

/**
 * A server action is a function that anybody can call over HTTP, with as many arguments as they like and of any type. All of them are read from the
 * build: a new one is among them.
 */
const insides = /node_modules|Failed query|PostgresError|"payloadAPI"|transactionID/

/** What no page sends: too few, too many, of other types, and what cannot be made a text. */
const lists: unknown[][] = [
  [],
  [{ toString: 1, valueOf: 1 }],
  ['x', 7],
  [{ get: 'x' }, { get: 'x' }],
  [[], [], []],
  [null, null, null, null, null, null],
]

test.setTimeout(600_000)

test('an action without its arguments, or with others, answers as to an empty form', async ({
  baseURL,
  seller,
}) => {
  const site = siteAt(baseURL ?? '')
  const account = await createFuzzed(site, seller)
  // What ends the session comes last.
  const actions = portalActions().sort((one, other) => rank(one) - rank(other))
  for (const action of actions) {
    const path = filled(action.page, account)
    await Promise.all(
      callsOf(action).map(async ({ headers, parts, what }) => {
        const answer = await site.post(path, parts, { ...headers, cookie: account.cookie })
        expect(`${answer.status} ${what}`).not.toMatch(/^5/)
        expect(answer.text, what).not.toMatch(insides)
      }),
    )
  }
  expect((await site.get('/api/health-check')).status).toBe(200)
})

const rank = ({ name }: Action): number => ending.indexOf(name)

type Call = { headers: Record<string, string>; parts: Part[]; what: string }

function callsOf({ id, name }: Action): Call[] {
  const headers = { 'next-action': id }
  const nameOf = (args: unknown[]) => `${name}(${JSON.stringify(args).slice(1, -1)})`
  const byScript = lists.map((args): Call => {
    return { headers, parts: scriptParts(args, null), what: `script ${nameOf(args)}` }
  })
  const withForm = [[], [null, null]].map((args): Call => {
    return { headers, parts: scriptParts(args, []), what: `script ${nameOf(args)} and a form` }
  })
  const byForm = lists.slice(0, 3).map((args): Call => {
    const parts = hiddenFields(id, args).map(([name, value]) => ({ name, value }))
    return { headers: {}, parts, what: `form ${nameOf(args)}` }
  })
  // As React writes a form whose action has no arguments of its own.
  const plain = [{ name: `$ACTION_ID_${id}`, value: '' }]
  return [...byScript, ...withForm, ...byForm, { headers: {}, parts: plain, what: `form ${name}` }]
}
