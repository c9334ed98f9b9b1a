import type { Payload } from 'payload'

import type { SearchResult } from '../../../../src/search/searchAdmin'
import { createTestPayload } from '../../../support/payload'
import { type Rest, restOf, tokenOf } from '../../../support/rest'
import { password, type Shop, shopOf } from '../../reports/support'

type Found = { body: SearchResult; status: number; text: string }

/** A shop in which somebody searches. */
export type SearchedShop = {
  admin: string
  close: () => Promise<void>
  /** The token of one who is found. */
  customer: string
  payload: Payload
  rest: Rest
  /** Asks as an administrator, unless another token, or none, is given. */
  search: (q: string, token?: null | string) => Promise<Found>
  shop: Shop
}

/** Opens it, with one customer, licence and activation that have a word in common, and a customer who is named in signs. */
export async function openSearchedShop(): Promise<SearchedShop> {
  const test = await createTestPayload()
  const { close, payload } = test
  const rest = restOf(test)
  const shop = shopOf(payload)
  await payload.create({ collection: 'users', data: { email: 'admin@example.com', password } })
  const product = await shop.createProduct('P')
  await shop.createCustomer({
    clientId: 'SHOP-4711',
    email: 'grace@hopper.example',
    name: 'Grace Hopper',
  })
  await shop.createCustomer({ email: 'gr_ce@example.com', name: '100% \\ Pure' })
  const license = await shop.createLicense(product, {
    code: 'Ab12-cdEF-3456',
    email: 'buyer@hopper.example',
    invoice: 'INV-2027/88',
  })
  await payload.db.create({
    collection: 'activations',
    data: {
      activatedAt: new Date().toISOString(),
      domain: 'shop.hopper.example',
      environment: 'production',
      isActive: true,
      lastSeenAt: new Date().toISOString(),
      license: license.id,
      licenseCode: license.code,
      product: product.id,
    },
  })
  const admin = await tokenOf(payload, 'users', { email: 'admin@example.com', password })
  const customer = await tokenOf(payload, 'customers', { email: 'grace@hopper.example', password })
  return {
    admin,
    close,
    customer,
    payload,
    rest,
    async search(q, token = admin) {
      const { body, status } = await rest('GET', `/admin-search?${new URLSearchParams({ q })}`, {
        token: token ?? undefined,
      })
      return { body: body as SearchResult, status, text: JSON.stringify(body) }
    },
    shop,
  }
}

/** What the hits are called. */
export const namesOf = ({ activations, customers, licenses }: SearchResult) => [
  ...customers.hits.map(({ name }) => name),
  ...licenses.hits.map(({ code }) => code),
  ...activations.hits.map(({ domain }) => domain),
]
