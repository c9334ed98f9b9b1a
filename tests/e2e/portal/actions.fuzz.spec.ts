import { expect } from '@playwright/test'
import fc from 'fast-check'

import { inputs, seed } from '../../support/hostile'
import { portalActions, portalPages } from './forms'
import {
  type Answer,
  createFuzzed,
  findForms,
  type Fuzzed,
  logIn,
  type Site,
  siteAt,
  slotPath,
  switchTotpOn,
} from './fuzzedAccount'
import { ending, sendingOf, type Target, targetsOf } from './hostileForms'
import { foreignOrigins, type Input, inputFor } from './hostileInput'
import { type Seller, test } from './support'

/**
 * What anybody may send to the server actions of the portal, as a form without JavaScript sends it and as a script does. Pages and actions are read
 * from files and the build: a new one is among them.
 *
 * What Next cannot read is in malformed-actions.fuzz.spec.ts. What is well encoded may hold anything, the state of an earlier step as well, and gets as far as the action.
 *
 * `FUZZ_RUNS` and `FUZZ_SEED` hold here as for the other fuzz tests; a third of the inputs is for the actions.
 */
const runs = Math.ceil(inputs / 3)
/** An account is used up after a while: its password was changed, or tried too often. */
const runsOfAccount = 75
const insides = /node_modules|Failed query|PostgresError|"payloadAPI"/

test.setTimeout(180_000 + runs * 500)

test('whatever is sent to an action, it does not fail and tells nothing of others', async ({
  baseURL,
  seller,
}) => {
  const site = siteAt(baseURL ?? '')
  const other = await createFuzzed(site, seller)
  const seen = new Set<string>()
  const input = inputFor([other.activationId, other.licenseId])
  for (let round = 0; round * runsOfAccount < runs; round += 1) {
    const { account, anonymous, targets } = await open(site, seller, round % 2 === 1)
    const harmless = targets.filter(({ action }) => !ending.includes(action.name))
    const send = async (one: Input, among: Target[]) => {
      const { headers, parts, path, what } = sendingOf(one, among, account)
      const cookie = one.isSignedIn ? account.cookie : anonymous
      const answer = await site.post(path, parts, { ...headers, cookie })
      seen.add(what.split(' ')[1] ?? '')
      expectHarmless(answer, `${what} at ${path}`, other)
      if (one.origin && foreignOrigins.includes(one.origin)) expect(answer.status, what).toBe(403)
      if (!one.isSignedIn) expectNothingOf(account, answer, path, what)
    }
    await fc.assert(
      fc.asyncProperty(input, (one) => send(one, harmless)),
      { endOnFailure: true, numRuns: Math.min(runs, runsOfAccount), seed: seed + round },
    )
    // The session that all of it ran in is still one.
    expect((await site.get('/customer/settings', account.cookie)).status).toBe(200)
    await fc.assert(
      fc.asyncProperty(input, (one) =>
        send(
          one,
          targets.filter(({ action }) => ending.includes(action.name)),
        ),
      ),
      { endOnFailure: true, numRuns: 5, seed: seed + round },
    )
  }
  if (inputs >= 10_000) expect(seen.size).toBe(portalActions().length)
  expect((await site.get('/api/health-check')).status).toBe(200)
})

test('what does not come from this site changes nothing', async ({ baseURL, seller }) => {
  const site = siteAt(baseURL ?? '')
  const { account, targets } = await open(site, seller, false)
  const pages = ['', '/email', '/security', '/sessions', '/connected'].map(
    (tab) => `/customer/settings${tab}`,
  )
  const look = async () => {
    const answers = [...pages, '/customer/product-activations'].map((path) =>
      site.get(path, account.cookie),
    )
    return (await Promise.all(answers)).map(({ text }) => visible(text))
  }
  const before = await look()
  const input = inputFor([])
  const origin = fc.constantFrom('', ...foreignOrigins)
  await fc.assert(
    fc.asyncProperty(input, origin, async (one, origin) => {
      const sending = sendingOf({ ...one, origin }, targets, account)
      const { cookie } = account
      const answer = await site.post(sending.path, sending.parts, { ...sending.headers, cookie })
      // Next answers 404 to what an action refuses of a form without JavaScript.
      expect(answer.status, sending.what).toBe(origin || sending.headers['next-action'] ? 403 : 404)
      expect(answer.cookies, sending.what).toEqual([])
    }),
    { endOnFailure: true, numRuns: Math.ceil(runs / 4), seed },
  )
  expect(await look()).toEqual(before)
  await logIn(site, account)
})

/** A customer with all that is sent in their name, and the cookies of somebody who is not signed in. */
async function open(site: Site, seller: Seller, hasTotp: boolean) {
  const account = await createFuzzed(site, seller)
  const free = await slotPath(site, account)
  const anonymous = hasTotp ? await switchTotpOn(site, account) : ''
  const forms = [
    ...(await findForms(site, account, account.cookie)),
    ...(await findForms(site, account, anonymous, [free, `${free}&id=${account.activationId}`])),
  ]
  return { account, anonymous, targets: targetsOf(forms, account) }
}

function expectHarmless({ status, text }: Answer, what: string, other: Fuzzed): void {
  expect(`${status} ${what}`).not.toMatch(/^5/)
  expect(text, what).not.toMatch(insides)
  expect(text, what).not.toContain('This form could not be read')
  for (const secret of other.secrets) expect(text, what).not.toContain(secret)
}

const accountPages = portalPages()
  .filter(({ isAccount, path }) => isAccount && !path.includes('[...'))
  .map(({ path }) => new RegExp(`^${path.replace('[id]', '[^/]+')}$`))

/** Whoever is not signed in is sent to the login, and reads nothing of the account. The address was theirs to send. */
function expectNothingOf(account: Fuzzed, answer: Answer, path: string, what: string): void {
  const [page = ''] = path.split('?')
  const isOfAccount = accountPages.some((pattern) => pattern.test(page))
  if (isOfAccount && what.startsWith('form')) expect(answer.status, what).not.toBe(200)
  // Whoever has the link that frees a slot may see what it is for.
  if (page === '/customer/free-slot') return
  for (const secret of account.secrets.filter((secret) => secret !== account.email)) {
    expect(answer.text, what).not.toContain(secret)
  }
}

/** What a page shows, without what is another one at every answer. */
function visible(html: string): string {
  return html
    .replace(/<script\b.*?<\/script>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}
