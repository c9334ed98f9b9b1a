import type { Payload } from 'payload'

import type { Activation, Customer, License } from '../../../../payload-types'
import { createTestPayload } from '../../../support/payload'
import { type Rest, restOf, tokenOf } from '../../../support/rest'

export const password = 'a long enough password'
export const confirmedAt = '2026-01-01T00:00:00.000Z'

/** An administrator, and the customers of a shop with one product. */
export type CustomerDesk = {
  activate: (license: License, isActive?: boolean) => Promise<Activation>
  admin: string
  /** What is done to many of them at once, as the administrator unless another token is given. */
  bulk: (name: string, body: object, query?: string, token?: string) => ReturnType<Rest>
  close: () => Promise<void>
  createCustomer: (data?: Partial<Customer>) => Promise<Customer>
  createLicense: (data: Partial<License>) => Promise<License>
  /** Forgets all customers, and what they have. */
  forget: () => Promise<void>
  payload: Payload
  rest: Rest
}

/** Opens it, on a database of its own. */
export async function openCustomerDesk(): Promise<CustomerDesk> {
  const test = await createTestPayload()
  const { close, payload } = test
  const rest = restOf(test)
  await payload.create({ collection: 'users', data: { email: 'admin@example.com', password } })
  const admin = await tokenOf(payload, 'users', { email: 'admin@example.com', password })
  const product = await payload.create({
    collection: 'products',
    data: { name: 'Product', referenceId: 'P' },
  })
  let counter = 0
  return {
    activate: (license, isActive = true) =>
      payload.db.create({
        collection: 'activations',
        data: {
          activatedAt: confirmedAt,
          customerId: license.customerId,
          domain: `${++counter}.example.com`,
          environment: 'production',
          isActive,
          lastSeenAt: confirmedAt,
          license: license.id,
          licenseCode: license.code,
          product: product.id,
        },
      }) as Promise<Activation>,
    admin,
    bulk: (name, body, query = '', token = admin) =>
      rest('POST', `/customers/bulk/${name}${query}`, { body, token }),
    close,
    createCustomer: (data = {}) =>
      payload.create({
        collection: 'customers',
        data: { email: `c${++counter}@example.com`, name: 'C', password, ...data },
      }),
    createLicense: (data) =>
      payload.create({ collection: 'licenses', data: { product: product.id, ...data } as never }),
    async forget() {
      for (const collection of ['activations', 'licenses', 'customers'] as const) {
        await payload.delete({ collection, where: { id: { exists: true } } })
      }
    },
    payload,
    rest,
  }
}
