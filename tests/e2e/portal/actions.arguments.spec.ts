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

/** What no page sends; null for a form that has nothing in it. */
const lists: unknown[][] = [
  [],
  [null],
  ['x'],
  [{}],
  [{ toString: 1, valueOf: 1 }],
  [null, null],
  ['x', 7],
  [{ get: 'x' }, { get: 'x' }],
  [[], [], []],
  [null, null, null, null, null, null],
]

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
    for (const { headers, parts, what } of callsOf(action)) {
      const { cookie } = account
      const answer = await site.post(path, parts, { ...headers, cookie })
      expect(`${answer.status} ${what}`).not.toMatch(/^5/)
      expect(answer.text, what).not.toMatch(insides)
    }
  }
  expect((await site.get('/api/health-check')).status).toBe(200)
})

const rank = ({ name }: Action): number => ending.indexOf(name)

type Call = { headers: Record<string, string>; parts: Part[]; what: string }

function callsOf({ id, name }: Action): Call[] {
  const calls = lists.flatMap((args): Call[] => {
    const what = `${name}(${JSON.stringify(args).slice(1, -1)})`
    const bound = hiddenFields(id, args).map(([name, value]) => ({ name, value }))
    return [
      { headers: { 'next-action': id }, parts: scriptParts(args, null), what: `script ${what}` },
      {
        headers: { 'next-action': id },
        parts: scriptParts(args, []),
        what: `script ${what} and a form`,
      },
      { headers: {}, parts: bound, what: `form ${what}` },
    ]
  })
  // As React writes a form whose action has no arguments of its own.
  const plain = [{ name: `$ACTION_ID_${id}`, value: '' }]
  return [...calls, { headers: {}, parts: plain, what: `form ${name}` }]
}
