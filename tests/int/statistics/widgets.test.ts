import path from 'node:path'

import { sql } from '@payloadcms/db-postgres/drizzle'
import fc from 'fast-check'
import type { CollectionSlug, Payload, Where } from 'payload'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { filters, queryOf } from '../../../src/admin/dashboard/filters'
import type { Queryable } from '../../../src/licensing/types'
import { recount } from '../../../src/statistics/recount'
import { readNextToExpire } from '../../../src/statistics/repository/expiringLicenses'
import { readCounts } from '../../../src/statistics/repository/reading'
import { readTopCustomers } from '../../../src/statistics/repository/topCustomers'
import { type Actor, createCustomer, createPeople, type People, requestOf } from '../access/people'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { storedCounts } from './support/plainCounts'
import { live, now, steps } from './support/world'

// The panel's own parts bring styles along that Node cannot load. What stands for them here is what a widget shows of them.
vi.mock('@payloadcms/ui', () => ({
  Link: 'a',
  toast: {},
  useConfig: () => ({ config: { routes: { api: '/api' } } }),
  useTranslation: () => ({ i18n: { language: 'en' } }),
}))
vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))

/** What the dashboard's widgets read, where their figures lead to, and who gets to see any of it. */
let admin: string
let customer: string
let payload: Payload
let people: People
let rest: Rest
let test: TestPayload

beforeAll(async () => {
  test = await createTestPayload()
  ;({ payload } = test)
  rest = restOf(test)
  people = await createPeople(payload)
  const { password } = people
  admin = await tokenOf(payload, 'users', { email: people.admin.email, password })
  customer = await tokenOf(payload, 'customers', { email: people.customer.email, password })
})
afterAll(() => test.close())

const db = () => (payload.db as unknown as { drizzle: Queryable }).drizzle

const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()

const createLicense = (data: object) =>
  payload.create({
    collection: 'licenses',
    data: { product: people.product.id, ...data } as never,
  })

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
      const { execute } = db()
      let statements = 0
      db().execute = ((query: never) => {
        statements += 1
        return execute.call(db(), query)
      }) as typeof execute
      try {
        for (const [slug, widget] of all)
          expect([slug, await widget({ req })]).toEqual([slug, null])
      } finally {
        db().execute = execute
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
    const { execute } = db()
    db().execute = () => Promise.reject(new Error('gone'))
    try {
      for (const [slug, widget] of await widgets()) {
        const html = renderToStaticMarkup(await widget({ req }))
        expect(html, slug).toContain('These figures could not be loaded')
        expect(html, slug).not.toContain('gone')
      }
    } finally {
      db().execute = execute
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

describe('figures', () => {
  it('are as many as the list that they lead to has rows', async () => {
    await live(payload, people.product.id, fc.sample(steps, { numRuns: 6, seed: 11 }).flat())
    for (const days of [0, 6, 7, 29, 30, 89, 90]) await createLicense({ expiresAt: inDays(days) })
    // What is left of the random rows depends on random ids: there must be one of each kind.
    await createLicense({ expiresAt: inDays(-1) })
    await createLicense({ isValid: false })
    const { id: license } = await createLicense({})
    await payload.db.create({
      collection: 'activations',
      data: {
        activatedAt: inDays(-1),
        domain: 'one.example.com',
        environment: 'production',
        isActive: true,
        lastSeenAt: inDays(-1),
        license,
        licenseCode: 'X',
        product: people.product.id,
      },
    })
    for (const [at, data] of [
      { confirmedAt: inDays(-1) },
      { confirmedAt: null },
      { confirmedAt: inDays(-1), disabledAt: inDays(-1) },
    ].entries()) {
      const own = { clientId: `kind-${at}`, email: `kind-${at}@example.com`, name: 'Kind' }
      await payload.db.create({
        collection: 'customers',
        data: { ...own, createdAt: inDays(-1), ...data },
      })
    }
    for (const days of [0, -7, -7.1, -30, -30.1]) {
      const data = { action: 'verify', createdAt: inDays(days), reason: 'expired' }
      await payload.db.create({ collection: 'failed-attempts', data })
    }
    await recount(payload, now)
    const stored = await storedCounts(payload)
    const lists: [string, CollectionSlug, undefined | Where][] = [
      ['customers/total', 'customers', undefined],
      ['customers/confirmed', 'customers', filters.confirmed()],
      ['customers/unconfirmed', 'customers', filters.unconfirmed()],
      ['customers/disabled', 'customers', filters.disabled()],
      ['newCustomers/7', 'customers', filters.createdWithin(7, now)],
      ['newCustomers/30', 'customers', filters.createdWithin(30, now)],
      ['licenses/active', 'licenses', filters.activeLicenses(now)],
      ['licenses/blocked', 'licenses', filters.blockedLicenses()],
      ['licenses/expired', 'licenses', filters.expiredLicenses(now)],
      ['licensesExpiring/7', 'licenses', filters.expiringLicenses(7, now)],
      ['licensesExpiring/30', 'licenses', filters.expiringLicenses(30, now)],
      ['licensesExpiring/90', 'licenses', filters.expiringLicenses(90, now)],
      ['activations/active', 'activations', filters.activeActivations()],
      ['failedAttempts/7', 'failed-attempts', filters.createdWithin(7, now)],
      ['failedAttemptsByReason/expired', 'failed-attempts', filters.attemptsFor('expired', now)],
    ]
    for (const [key, collection, where] of lists) {
      const query = where ? `?${queryOf(where)}` : ''
      const { body } = await rest('GET', `/${collection}/count${query}`, { token: admin })
      expect(`${key}: ${stored[key]}`).toBe(`${key}: ${String(body.totalDocs)}`)
      // Otherwise an empty filter would do.
      expect(stored[key], key).toBeGreaterThan(0)
    }
  })

  it('by day are read as far back as they are shown', async () => {
    await db().execute(sql`
      insert into statistics (metric, bucket, value) values
        ('customersByDay', '1999-12-31', 5), ('customersByDay', '2026-03-01', 6), ('customersByDay', '2026-02-28', 7)
      on conflict (metric, bucket) do update set value = excluded.value`)
    await db().execute(
      sql`update statistics set value = ${now.getTime()}::numeric where metric = 'counted'`,
    )
    const { countedAt, of } = await readCounts(db(), [], { days: 30, metric: 'customersByDay' })
    expect(countedAt).toEqual(now)
    const days = of('customersByDay')
    expect(days.get('2026-03-01')).toBe(6)
    expect([...days.keys()].sort()[0]).toBe('2026-03-01')
    expect(of('licenses').size).toBe(0)
  })

  it('are null before anything was counted', async () => {
    await db().execute(sql`delete from statistics`)
    const { countedAt, of } = await readCounts(db(), ['customers'], {
      days: 30,
      metric: 'customersByDay',
    })
    expect(countedAt).toBeNull()
    expect(of('customers').size).toBe(0)
  })
})

describe('top customers', () => {
  it('are the first of the ranks over all products and all time, without those who are gone', async () => {
    expect(await readTopCustomers(db(), 10)).toEqual({ customers: [], rankedAt: null })
    const { product } = people
    const one = await createCustomer(payload, 'second')
    const other = await createCustomer(payload, 'first')
    await db().execute(sql`
      insert into top_customers (metric, period, product_id, rank, customer_id, licenses, products, activations) values
        ('licenses', 'all', null, 2, ${one.id}, 3, 2, 1), ('licenses', 'all', null, 1, ${other.id}, 5, 1, 0),
        ('licenses', 'all', null, 3, null, 1, 1, 1), ('licenses', 'all', ${product.id}, 1, ${one.id}, 9, 9, 9),
        ('licenses', 'year', null, 1, ${one.id}, 9, 9, 9), ('activations', 'all', null, 1, ${one.id}, 9, 9, 9)`)
    const { customers, rankedAt } = await readTopCustomers(db(), 10)
    expect(customers).toEqual([
      { activations: 0, id: other.id, licenses: 5, name: 'first', products: 1 },
      { activations: 1, id: one.id, licenses: 3, name: 'second', products: 2 },
    ])
    expect(Date.now() - (rankedAt?.getTime() ?? 0)).toBeLessThan(60_000)
    expect((await readTopCustomers(db(), 1)).customers).toHaveLength(1)
  })
})

describe('the next licences to expire', () => {
  it('are the soonest ones that are neither expired nor blocked', async () => {
    await db().execute(sql`delete from activations`)
    await db().execute(sql`delete from licenses`)
    const create = (code: string, data: object) => createLicense({ code, ...data })
    await create('LATER', { expiresAt: inDays(3) })
    await create('SOON', { expiresAt: inDays(0) })
    await create('BLOCKED', { expiresAt: inDays(1), isValid: false })
    await create('OVER', { expiresAt: inDays(-0.001) })
    await create('NEVER', {})
    const next = await readNextToExpire(db(), { limit: 5, now })
    expect(next).toMatchObject([
      { code: 'SOON', expiresAt: now, product: people.product.name },
      { code: 'LATER', expiresAt: new Date(inDays(3)) },
    ])
    expect(await readNextToExpire(db(), { limit: 1, now })).toHaveLength(1)
  })
})

describe('counting again', () => {
  const post = (options: object) => rest('POST', '/statistics/recount', { body: {}, ...options })

  it('is done at once for an administrator', async () => {
    const { body, status } = await post({ token: admin })
    expect(status).toBe(200)
    const { countedAt } = await readCounts(db(), [])
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
