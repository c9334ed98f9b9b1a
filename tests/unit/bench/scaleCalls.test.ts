import { readdirSync } from 'node:fs'
import path from 'node:path'

import { expect, it } from 'vitest'

import { type ScaleCall, scaleCalls, type Shop } from '../../../bench/support/scaleCalls'
import { routes } from '../../../src/api/routes/all'

const shop: Shop = {
  activation: { domain: 'shop.example.com', id: 'id-1', token: 'token' },
  client: 'client-1',
  cookie: 'a=b',
  customer: 'id-2',
  jwt: 'jwt',
  keys: { external: 'external', internal: 'internal' },
  license: { code: 'CODE', id: 'id-3' },
  reference: 'REFERENCE',
}
const methodOf = ({ method = 'GET' }: ScaleCall) => method.toLowerCase()

it('times every call of the licensing API', () => {
  const calls = scaleCalls(shop).map((next) => next())
  const missing = routes.filter(({ method, path }) => {
    const pattern = new RegExp(`^/api${path.replaceAll(/:\w+(\{[^}]*\})?/g, '[^/?]+')}(?:\\?|$)`)
    return !calls.some((call) => methodOf(call) === method && pattern.test(call.path))
  })
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

it('times every page of the portal that shows something by itself', () => {
  const timed = scaleCalls(shop).map((next) => next().path.replace(/\?.*/, ''))
  const missing = pages().filter((page) => {
    const pattern = new RegExp(`^${page.replaceAll(/\[\w+\]/g, '[^/]+')}$`)
    return !byLink.includes(page) && !timed.some((each) => pattern.test(each))
  })
  expect(missing).toEqual([])
})

/** Pages that the links of mails open with a token, that lead elsewhere, or that stand between two steps. */
const byLink = [
  '/customer',
  '/customer/account-deleted',
  '/customer/avatar/remove',
  '/customer/change-email',
  '/customer/change-email/cancel',
  '/customer/confirm-email',
  '/customer/confirm-sign-in',
  '/customer/end-session',
  '/customer/free-slot',
  '/customer/invitation',
  '/customer/login/verify',
  '/customer/logout',
  '/customer/reset-password',
  '/customer/settings/connected',
]

function pages(): string[] {
  const root = path.resolve(import.meta.dirname, '../../../src/app/(portal)')
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((file) => /^customer\b.*\bpage\.tsx$/.test(file) && !file.includes('[...'))
    .map((file) => `/${path.dirname(file).replaceAll(/\(\w+\)\//g, '')}`)
}

it('shows what the values of a shop stand for, and none of them', () => {
  const names = scaleCalls(shop).map((next) => next().name)
  expect(names.filter((name) => /CODE|REFERENCE|-\d/.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})
