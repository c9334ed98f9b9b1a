import path from 'node:path'

import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { recount } from '../../../src/statistics/recount'
import { readCounts } from '../../../src/statistics/repository/reading'
import { type Actor, createCustomer, requestOf } from '../access/people'
import { type Dashboard, openDashboard } from './support/dashboard'
import { storedCounts } from './support/plainCounts'
import { now } from './support/world'

// The panel's own parts bring styles along that Node cannot load. What stands for them here is what a widget shows of them.
vi.mock('@payloadcms/ui', () => ({
  Link: 'a',
  toast: {},
  useConfig: () => ({ config: { routes: { api: '/api' } } }),
  useTranslation: () => ({ i18n: { language: 'en' } }),
}))
vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))

/** What the dashboard's widgets show, and who gets to see any of it. */
let dashboard: Dashboard
let admin: Dashboard['admin']
let customer: Dashboard['customer']
let db: Dashboard['db']
let payload: Dashboard['payload']
let people: Dashboard['people']
let rest: Dashboard['rest']

beforeAll(async () => {
  dashboard = await openDashboard()
  ;({ admin, customer, db, payload, people, rest } = dashboard)
})
afterAll(() => dashboard.close())

type Widget = (props: { req: unknown; widgetData?: object }) => Promise<ReactNode>

/** The components of ours that the dashboard is made of, so that a new one is tried as well. */
async function widgets(): Promise<[slug: string, Widget][]> {
  const { widgets: all } = payload.config.admin.dashboard as unknown as {
    widgets: { Component: string; slug: string }[]
  }
  const prefix = 'payload-license-manager/rsc#'
  const own = all.filter(({ Component }) => Component.startsWith(prefix))
  return Promise.all(
    own.map(async ({ Component, slug }) => {
      const name = Component.slice(prefix.length)
      const file = path.resolve('src/admin/dashboard', `${name}.tsx`)
      const module = (await import(file)) as Record<string, Widget>
      return [slug, module[name]] as [string, Widget]
    }),
  )
}

describe('widgets', () => {
  it.each<Actor>(['nobody', 'customer', 'other'])(
    'show %s nothing, and read nothing for them',
    async (actor) => {
      const req = await requestOf(payload, people, actor)
      const all = await widgets()
      expect(all).toHaveLength(8)
      const { execute } = db
      let statements = 0
      db.execute = ((query: never) => {
        statements += 1
        return execute.call(db, query)
      }) as typeof execute
      try {
        for (const [slug, widget] of all)
          expect([slug, await widget({ req })]).toEqual([slug, null])
      } finally {
        db.execute = execute
      }
      expect(statements).toBe(0)
    },
  )

  it('show administrators something, also where settings are nonsense', async () => {
    const req = await requestOf(payload, people, 'admin')
    await recount(payload, now)
    for (const widgetData of [undefined, {}, { interval: 'century', measure: { a: 1 } }]) {
      for (const [slug, widget] of await widgets()) {
        const html = renderToStaticMarkup(await widget({ req, widgetData }))
        const asOf = slug === 'customers-top' ? 'No customer was ranked yet' : 'As of Mar 31, 2026'
        expect(html, slug).toContain(asOf)
      }
    }
  })

  it('say so where they cannot be loaded, and take no other along', async () => {
    const req = await requestOf(payload, people, 'admin')
    const { execute } = db
    db.execute = () => Promise.reject(new Error('gone'))
    try {
      for (const [slug, widget] of await widgets()) {
        const html = renderToStaticMarkup(await widget({ req }))
        expect(html, slug).toContain('These figures could not be loaded')
        expect(html, slug).not.toContain('gone')
      }
    } finally {
      db.execute = execute
    }
  })
})

describe('a chart', () => {
  const widgetOf = async (slug: string) => new Map(await widgets()).get(slug)

  it('has its figures in a table, of the interval and measure that the widget is set to', async () => {
    const created = [
      [people.customer, '2025-01-01T00:00:00.000Z'],
      [people.other, '2026-02-28T23:59:59.999Z'],
      [await createCustomer(payload, 'third'), '2026-03-01T00:00:00.000Z'],
      [await createCustomer(payload, 'fourth'), '2026-03-31T00:00:00.000Z'],
    ] as const
    for (const [{ id }, createdAt] of created) {
      await payload.db.updateOne({ collection: 'customers', data: { createdAt }, id })
    }
    await recount(payload, now)
    const req = await requestOf(payload, people, 'admin')
    const growth = await widgetOf('customers-growth')
    const rows = async (widgetData: object) => {
      const html = renderToStaticMarkup(await growth?.({ req, widgetData }))
      return [...html.matchAll(/<th scope="row">(.*?)<\/th><td>(\d+)<\/td><td>(\d+)<\/td>/g)]
        .slice(0, 3)
        .map(([, ...cells]) => cells.join(' | '))
    }
    expect(await rows({ interval: 'month' })).toEqual([
      'March 2026 | 2 | 4',
      'February 2026 | 1 | 2',
      'January 2026 | 0 | 1',
    ])
    expect(await rows({ interval: 'day' })).toEqual([
      'Mar 31, 2026 | 1 | 4',
      'Mar 30, 2026 | 0 | 3',
      'Mar 29, 2026 | 0 | 3',
    ])
    expect((await rows({}))[0]).toBe('Week of Mar 30, 2026 | 1 | 4')
    const drawn = async (measure: string) =>
      renderToStaticMarkup(await growth?.({ req, widgetData: { measure } }))
    expect(await drawn('new')).toContain('lm-chart__bar')
    expect(await drawn('total')).toContain('lm-chart__curve')
  })

  it('of new customers against those before says how many more or fewer, up to the moment of the count', async () => {
    const req = await requestOf(payload, people, 'admin')
    const html = renderToStaticMarkup(await (await widgetOf('customers-new'))?.({ req }))
    expect(html).toContain('-50% against the 30 days before (2)')
    expect(html).toContain('None in the 7 days before')
  })
})

describe('a count that is long ago', () => {
  it('is said to be', async () => {
    const req = await requestOf(payload, people, 'admin')
    const total = new Map(await widgets()).get('customers-total')
    const isStale = async (minutes: number) => {
      await recount(payload, new Date(Date.now() - minutes * 60_000))
      return renderToStaticMarkup(await total?.({ req })).includes('is the worker running?')
    }
    expect([await isStale(29), await isStale(31)]).toEqual([false, true])
  })
})

describe('counting again', () => {
  const post = (options: object) => rest('POST', '/statistics/recount', { body: {}, ...options })

  it('is done at once for an administrator', async () => {
    const { body, status } = await post({ token: admin })
    expect(status).toBe(200)
    const { countedAt } = await readCounts(db, [])
    expect(body).toEqual({ countedAt: countedAt?.toISOString() })
  })

  it.each([
    ['a customer', () => ({ token: customer })],
    ['a stranger', () => ({})],
    ['another site', () => ({ headers: { Origin: 'https://evil.example' }, token: admin })],
  ])('is refused to %s', async (_who, options) => {
    const before = await storedCounts(payload)
    expect((await post(options())).status).toBe(403)
    expect(await storedCounts(payload)).toEqual(before)
  })

  it('is no GET', async () => {
    const before = await storedCounts(payload)
    expect((await rest('GET', '/statistics/recount', { token: admin })).status).not.toBe(200)
    expect(await storedCounts(payload)).toEqual(before)
  })
})

describe('a customer', () => {
  it.each(['statistics', 'top-customers'])('reads no %s, whatever is asked for', async (slug) => {
    for (const query of ['', '/count', '?where[metric][equals]=customers', '?select[value]=true']) {
      expect((await rest('GET', `/${slug}${query}`, { token: customer })).status).toBe(403)
    }
  })
})
