import type { SanitizedConfig } from 'payload'
import { beforeAll, expect, it } from 'vitest'

import { hiddenLists } from '../../../bench/support/scaleAdmin'
import { widgets } from '../../../bench/support/scaleCalls'
import { adminLists } from '../../../bench/support/scalePages'
import { exported } from '../../../src/exports/endpoint'
import { routesOf } from '../../int/fuzz/support/endpoints'
import { type Exceptions, exceptedBy, timedCalls, untimed } from './support/timed'

let config: SanitizedConfig

beforeAll(async () => {
  // Loaded only, never connected to.
  process.env.DATABASE_URL ??= 'postgres://nobody@127.0.0.1:1/nothing'
  process.env.PAYLOAD_SECRET ??= 'a secret of the test'
  config = await (await import('../../../payload.config')).default
})

const notLists: Exceptions = {
  'Nobody reads it, by any way': [
    ...['account-tokens', 'captcha-challenges', 'idempotency-keys', 'import-rows'],
    ...['known-devices', 'login-lockouts', 'recovery-codes', 'social-login-states'],
  ],
  "Payload's own, which grows neither with licences nor with customers": [
    ...['payload-jobs', 'payload-kv', 'payload-locked-documents', 'payload-migrations'],
    ...['payload-preferences'],
  ],
}

const customers = ['first-register', 'refresh-token', 'verify/:id']
const users = ['first-register', 'forgot-password', 'login', 'logout', 'refresh-token']

const portalFiles = [
  'avatar',
  'product-licenses/:id/certificate',
  'product-licenses/:id/downloads/:version/:type',
  'settings/data/export',
]

const notEndpoints: Exceptions = {
  'Closed: 404 without a question to the database': [
    'GET /api/customers/init',
    ...customers.map((name) => `POST /api/customers/${name}`),
    'POST /api/users/verify/:id',
    'GET /api/avatars/paste-url/:id?',
    'GET /api/release-files/paste-url/:id?',
  ],
  'Closed: answers to GET alone': ['DELETE', 'HEAD', 'PATCH', 'POST', 'PUT'].map(
    (method) => `${method} /api/health-check`,
  ),
  'What GET is timed for, without its body': portalFiles.map((path) => `HEAD /api/portal/${path}`),
  'Closed: nobody starts jobs by HTTP': [
    'GET /api/payload-jobs/handle-schedules',
    'GET /api/payload-jobs/run',
  ],
  'Needs a provider elsewhere': ['GET /api/auth/:provider', 'GET /api/auth/:provider/callback'],
  'Needs a mail server elsewhere': ['POST /api/mail-templates/:template/test'],
  'Uses up a token that is in a mail alone; its page is timed': [
    'POST /api/customers/reset-password',
  ],
  'Counts the whole shop, as the worker does: see bench/statistics.ts': [
    'POST /api/statistics/recount',
  ],
  "Payload's own, over the few administrators and what they prefer": [
    'GET /api/users/init',
    ...users.map((name) => `POST /api/users/${name}`),
    'POST /api/users/reset-password',
    'POST /api/users/unlock',
    'DELETE /api/payload-preferences/:key',
    'GET /api/payload-preferences/:key',
    'POST /api/payload-preferences/:key',
  ],
}

it('times the list of every collection in the panel, and those that are not in its menu as JSON', () => {
  const shown = config.collections.filter(({ admin }) => admin.hidden !== true)
  const get = (path: string) => ({ method: 'GET', path })
  expect(untimed(shown.map(({ slug }) => get(`/admin/collections/${slug}`)))).toEqual([])
  const lists = untimed(config.collections.map(({ slug }) => get(`/api/${slug}`)))
  expect(lists.map((path) => path.replace('GET /api/', '')).sort()).toEqual(exceptedBy(notLists))
})

it('times every endpoint that is not the same for all collections, or says why not', () => {
  const own = routesOf(config)
    .filter(({ isCommon }) => !isCommon)
    .map(({ method, path }) => ({ method, path: `/api${path}` }))
  expect(own.length).toBeGreaterThan(60)
  expect(untimed(own).sort()).toEqual(exceptedBy(notEndpoints))
})

it('times every widget, tab and export', () => {
  const own = config.admin.dashboard?.widgets.map(({ slug }) => slug) ?? []
  expect(own.filter((slug) => slug !== 'collections').sort()).toEqual([...widgets].sort())
  const tabs = config.collections.flatMap(({ admin, slug }) => {
    const edit: object = admin.components?.views?.edit ?? {}
    const views = Object.values(edit) as object[]
    const paths = views.flatMap((view) => ('path' in view ? [String(view.path)] : []))
    return paths.map((path) => ({ method: 'GET', path: `/admin/collections/${slug}/:id${path}` }))
  })
  const exports = exported.map((slug) => ({ method: 'GET', path: `/api/exports/${slug}` }))
  expect(tabs.length).toBeGreaterThan(5)
  expect(untimed([...tabs, ...exports])).toEqual([])
})

it('reads every list by GraphQL as well', () => {
  const names = new Set(timedCalls.map(({ name }) => name))
  const lists = [...adminLists, ...hiddenLists]
  expect(lists.filter((slug) => !names.has(`admin POST graphql ${slug}`))).toEqual([])
})
