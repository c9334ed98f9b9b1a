import { Forbidden } from 'payload'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import type { Customer, License } from '../../../payload-types'
import { findActivations } from '../../../src/portal/queries/findActivations'
import { findLicenses } from '../../../src/portal/queries/findLicenses'
import { openPortal, type TestPortal } from './support/portal'

/** Lists of twenty to a page: what is on each, and how many there are. */
let portal: TestPortal
let ada: Customer
let license: License
let next = 0

beforeAll(async () => {
  portal = await openPortal()
  ada = await portal.createCustomer()
  license = await portal.createLicense({ customerId: ada.clientId })
})
afterAll(() => portal.close())

const everything = { filter: 'all', page: 1, query: '' } as const

const lists = [
  ['licences, the newest first', licensesBy('newest'), () => addLicense()],
  ['licences in the order of their products', licensesBy('product'), () => addLicense()],
  [
    'activations',
    async (page: number) =>
      findActivations(await asked(), { ...everything, page, sort: 'newest' as const }),
    () => portal.activate(license, { domain: `${(next += 1)}.example` }),
  ],
] as const

it.each(lists)('%s', async (_, find, add) => {
  const seen = async (page: number) => {
    const { pages, rows, total } = await find(page)
    return [rows.length, pages, total]
  }
  const { total: before } = await find(1)
  for (let more = before; more < 20; more += 1) await add()
  const count = vi.spyOn(portal.payload, 'count')
  expect(await seen(1)).toEqual([20, 1, 20])
  expect(count, 'the page holds all').not.toHaveBeenCalled()
  count.mockRestore()
  expect(await seen(2), 'a page that is not there, and where the last is').toEqual([0, 1, 20])

  const added = await add()
  expect(await seen(1)).toEqual([20, 2, 21])
  expect(await seen(2)).toEqual([1, 2, 21])
  expect(await seen(3)).toEqual([0, 2, 21])
  const ids = [...(await find(1)).rows, ...(await find(2)).rows].map(({ id }) => id)
  expect(new Set(ids).size, 'each is on one page').toBe(21)

  const collection = typeof added === 'string' ? 'activations' : 'licenses'
  const id = typeof added === 'string' ? added : added.id
  await portal.payload.delete({ collection, id })
})

it('without a row there is one page, with nothing on it', async () => {
  const req = await portal.requestOf(await portal.createCustomer())
  for (const list of [
    await findLicenses(req, { ...everything, sort: 'product' }),
    await findActivations(req, { ...everything, sort: 'domain' }),
  ]) {
    expect(list).toEqual({ page: 1, pages: 1, rows: [], total: 0 })
  }
})

it('what a hook of a host hides from reading is not counted either', async () => {
  const { hooks } = portal.payload.collections.licenses.config
  const one = { id: { equals: license.id } }
  hooks.beforeOperation.push(({ args, operation }) => {
    if (operation !== 'read') return
    const { where } = args as { where: object }
    return { ...args, where: { and: [where, one] } } as never
  })
  try {
    for (const sort of ['newest', 'product'] as const) {
      const { pages, rows, total } = await licensesBy(sort)(1)
      expect([rows.length, pages, total]).toEqual([1, 1, 1])
    }
  } finally {
    hooks.beforeOperation.pop()
  }
})

it('what a host lets nobody read of a row is left out of it', async () => {
  await portal.activate(license, { domain: 'shown.example', ip: '192.0.2.7' })
  const shown = async () => {
    const { rows } = await findActivations(await asked(), { ...everything, sort: 'newest' })
    return rows.find(({ domain }) => domain === 'shown.example')
  }
  expect(await shown()).toMatchObject({ ip: '192.0.2.7' })
  const { config } = portal.payload.collections.activations
  const fields = [config.flattenedFields, config.fields].map((list) =>
    list.find((field) => 'name' in field && field.name === 'ip'),
  )
  const access = fields.map((field) => (field && 'access' in field ? field.access : undefined))
  fields.forEach((field) => Object.assign(field ?? {}, { access: { read: () => false } }))
  expect(await shown()).toMatchObject({ domain: 'shown.example', ip: null })
  fields.forEach((field, index) => Object.assign(field ?? {}, { access: access[index] }))
  expect(await shown()).toMatchObject({ ip: '192.0.2.7' })
})

it('nobody reads anything where an access function of a host says nothing', async () => {
  const { access } = portal.payload.collections.activations.config
  const { read } = access
  access.read = () => undefined as never
  try {
    const req = await asked()
    const found = findActivations(req, { ...everything, sort: 'newest' })
    await expect(found).rejects.toThrow(Forbidden)
  } finally {
    access.read = read
  }
})

function licensesBy(sort: 'newest' | 'product') {
  return async (page: number) => findLicenses(await asked(), { ...everything, page, sort })
}

function addLicense(): Promise<License> {
  return portal.createLicense({ customerId: ada.clientId })
}

function asked() {
  return portal.requestOf(ada)
}
