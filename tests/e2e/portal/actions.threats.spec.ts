import { expect } from '@playwright/test'

import { type Action, hiddenFields, type Part, portalActions, scriptParts } from './forms'
import { type Answer, siteAt } from './fuzzedAccount'
import { test } from './support'

/**
 * The arguments of a server action come through the browser: an attacker sends what they like in their place. What the fuzz test found once is named here.
 */
const token: Part = { name: 'token', value: 'x' }
const insides = /node_modules|payloadAPI|transactionID|"headers"|routeParams/

function actionOf(name: string): Action {
  const action = portalActions().find((one) => one.name === name)
  if (!action) throw new Error(`There is no action ${name}.`)
  return action
}

/** What an action answered a script: the line of its value in React's encoding. */
function valueOf({ text }: Answer): unknown {
  return JSON.parse(/^1:(.*)$/m.exec(text)?.[1] ?? '"nothing"')
}

const noKinds = [
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__proto__',
  '__defineGetter__',
  'nonsense',
  '',
  null,
  {},
  ['confirmEmail', 'constructor'],
]

test('a mailed link of a kind that every object has does nothing and tells nothing', async ({
  baseURL,
}) => {
  const site = siteAt(baseURL ?? '')
  const { id, page } = actionOf('submitLink')
  for (const kind of noKinds) {
    const what = JSON.stringify(kind)
    const byScript = await site.post(page, scriptParts([kind, { outcome: 'idle' }], [token]), {
      'next-action': id,
    })
    expect([what, byScript.status]).toEqual([what, 200])
    expect([what, valueOf(byScript)]).toEqual([what, { outcome: 'failed' }])
    const hidden = hiddenFields(id, [kind]).map(([name, value]) => ({ name, value }))
    const byForm = await site.post(page, [...hidden, token])
    expect([what, byForm.status]).toEqual([what, 200])
    for (const { text } of [byScript, byForm]) expect(text, what).not.toMatch(insides)
  }
})

const noLogins = [null, 'constructor', 7, true, [], {}, { response: null }, { response: [] }]

test('a passkey login of nothing is refused, and does not fail', async ({ baseURL }) => {
  const site = siteAt(baseURL ?? '')
  const { id, page } = actionOf('endPasskeyLogin')
  for (const login of noLogins) {
    const what = JSON.stringify(login)
    const answer = await site.post(page, scriptParts([login], null), { 'next-action': id })
    expect([what, answer.status]).toEqual([what, 200])
    expect([what, valueOf(answer)]).toEqual([what, null])
    expect(answer.cookies.join()).not.toContain('lm-portal=')
    expect(answer.text, what).not.toMatch(insides)
  }
})

test('an action from a page of another site is refused, in the admin panel as in the portal', async ({
  baseURL,
}) => {
  const site = siteAt(baseURL ?? '')
  const { id } = actionOf('submitLogin')
  for (const path of ['/admin', '/admin/login', '/customer/login']) {
    for (const origin of ['https://evil.example', 'null']) {
      const headers = { 'next-action': id, origin }
      const { status } = await site.post(path, scriptParts([], null), headers)
      expect([path, origin, status]).toEqual([path, origin, 403])
    }
  }
})
