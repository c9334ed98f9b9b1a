import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { productFacts } from '../../../src/portal/queries/productFacts'
import { openPortal, type TestPortal } from './support/portal'

/** What customers see of products is what Payload shows of them, whatever a host has made of the collection. */
let portal: TestPortal
let req: PayloadRequest

beforeAll(async () => {
  portal = await openPortal()
  req = await portal.requestOf(await portal.createCustomer())
})
afterAll(() => portal.close())

const facts = async () => (await productFacts(req, [portal.product])).get(portal.product)
const config = () => portal.payload.collections.products.config

it('is their name, and whether they are switched on', async () => {
  expect(await facts()).toEqual({ isActive: true, name: 'Tidemark' })
  const { id } = await portal.payload.create({
    collection: 'products',
    data: { isActive: false, name: 'Lantern' },
  })
  const byPayload = vi.spyOn(portal.payload, 'find')
  const found = await productFacts(req, [portal.product, id, id])
  expect(byPayload, 'one statement of our own').not.toHaveBeenCalled()
  byPayload.mockRestore()
  expect(Object.fromEntries(found)).toEqual({
    [id]: { isActive: false, name: 'Lantern' },
    [portal.product]: { isActive: true, name: 'Tidemark' },
  })
})

it('is what hooks of a host make of it, of the collection and of the field', async () => {
  const rename = ({ doc }: { doc: { name: string } }) => ({ ...doc, name: `The ${doc.name}` })
  const { hooks } = config()
  hooks.afterRead.push(rename)
  expect(await facts()).toMatchObject({ name: 'The Tidemark' })
  hooks.afterRead.pop()

  const name = config().flattenedFields.find((field) => field.name === 'name')
  const fields = config().fields.flatMap((field) => ('name' in field ? [field] : []))
  const shout = ({ value }: { value?: unknown }) => String(value).toUpperCase()
  const stored = fields.find((field) => field.name === 'name')
  for (const field of [name, stored]) Object.assign(field ?? {}, { hooks: { afterRead: [shout] } })
  expect(await facts()).toMatchObject({ name: 'TIDEMARK' })
  for (const field of [name, stored]) Object.assign(field ?? {}, { hooks: {} })
  expect(await facts()).toMatchObject({ name: 'Tidemark' })

  for (const field of [name, stored]) Object.assign(field ?? {}, { hidden: true })
  expect((await facts())?.name).not.toBe('Tidemark')
  for (const field of [name, stored]) Object.assign(field ?? {}, { hidden: false })
})

it('is nothing of what a hook before all reading leaves out', async () => {
  const { hooks } = config()
  const none = { id: { equals: '00000000-0000-0000-0000-000000000000' } }
  hooks.beforeOperation.push(({ args }) => ({ ...args, where: none }) as never)
  expect(await facts()).toBeUndefined()
  hooks.beforeOperation.pop()
  expect(await facts()).toMatchObject({ name: 'Tidemark' })
})
