import { sql } from '@payloadcms/db-postgres/drizzle'
import fc from 'fast-check'
import type { CollectionSlug, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { filters, queryOf } from '../../../src/admin/dashboard/filters'
import { recount } from '../../../src/statistics/recount'
import { readNextToExpire } from '../../../src/statistics/repository/expiringLicenses'
import { readCounts } from '../../../src/statistics/repository/reading'
import { readTopCustomers } from '../../../src/statistics/repository/topCustomers'
import { createCustomer } from '../access/people'
import { type Dashboard, openDashboard } from './support/dashboard'
import { storedCounts } from './support/plainCounts'
import { live, now, steps } from './support/world'

/** What the dashboard's widgets read, and where their figures lead to. */
let dashboard: Dashboard
let admin: Dashboard['admin']
let createLicense: Dashboard['createLicense']
let db: Dashboard['db']
let payload: Dashboard['payload']
let people: Dashboard['people']
let rest: Dashboard['rest']

beforeAll(async () => {
  dashboard = await openDashboard()
  ;({ admin, createLicense, db, payload, people, rest } = dashboard)
})
afterAll(() => dashboard.close())

const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()

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
    await db.execute(sql`
      insert into statistics (metric, bucket, value) values
        ('customersByDay', '1999-12-31', 5), ('customersByDay', '2026-03-01', 6), ('customersByDay', '2026-02-28', 7)
      on conflict (metric, bucket) do update set value = excluded.value`)
    await db.execute(
      sql`update statistics set value = ${now.getTime()}::numeric where metric = 'counted'`,
    )
    const { countedAt, of } = await readCounts(db, [], { days: 30, metric: 'customersByDay' })
    expect(countedAt).toEqual(now)
    const days = of('customersByDay')
    expect(days.get('2026-03-01')).toBe(6)
    expect([...days.keys()].sort()[0]).toBe('2026-03-01')
    expect(of('licenses').size).toBe(0)
  })

  it('are null before anything was counted', async () => {
    await db.execute(sql`delete from statistics`)
    const { countedAt, of } = await readCounts(db, ['customers'], {
      days: 30,
      metric: 'customersByDay',
    })
    expect(countedAt).toBeNull()
    expect(of('customers').size).toBe(0)
  })
})

describe('top customers', () => {
  it('are the first of the ranks over all products and all time, without those who are gone', async () => {
    expect(await readTopCustomers(db, 10)).toEqual({ customers: [], rankedAt: null })
    const { product } = people
    const one = await createCustomer(payload, 'second')
    const other = await createCustomer(payload, 'first')
    await db.execute(sql`
      insert into top_customers (metric, period, product_id, rank, customer_id, licenses, products, activations) values
        ('licenses', 'all', null, 2, ${one.id}, 3, 2, 1), ('licenses', 'all', null, 1, ${other.id}, 5, 1, 0),
        ('licenses', 'all', null, 3, null, 1, 1, 1), ('licenses', 'all', ${product.id}, 1, ${one.id}, 9, 9, 9),
        ('licenses', 'year', null, 1, ${one.id}, 9, 9, 9), ('activations', 'all', null, 1, ${one.id}, 9, 9, 9)`)
    const { customers, rankedAt } = await readTopCustomers(db, 10)
    expect(customers).toEqual([
      { activations: 0, id: other.id, licenses: 5, name: 'first', products: 1 },
      { activations: 1, id: one.id, licenses: 3, name: 'second', products: 2 },
    ])
    expect(Date.now() - (rankedAt?.getTime() ?? 0)).toBeLessThan(60_000)
    expect((await readTopCustomers(db, 1)).customers).toHaveLength(1)
  })
})

describe('the next licences to expire', () => {
  it('are the soonest ones that are neither expired nor blocked', async () => {
    await db.execute(sql`delete from activations`)
    await db.execute(sql`delete from licenses`)
    const create = (code: string, data: object) => createLicense({ code, ...data })
    await create('LATER', { expiresAt: inDays(3) })
    await create('SOON', { expiresAt: inDays(0) })
    await create('BLOCKED', { expiresAt: inDays(1), isValid: false })
    await create('OVER', { expiresAt: inDays(-0.001) })
    await create('NEVER', {})
    const next = await readNextToExpire(db, { limit: 5, now })
    expect(next).toMatchObject([
      { code: 'SOON', expiresAt: now, product: people.product.name },
      { code: 'LATER', expiresAt: new Date(inDays(3)) },
    ])
    expect(await readNextToExpire(db, { limit: 1, now })).toHaveLength(1)
  })
})
