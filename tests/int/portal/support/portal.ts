import { randomUUID } from 'node:crypto'

import { createLocalReq, type PayloadRequest } from 'payload'

import type { Activation, Customer, License } from '../../../../payload-types'
import { createTestPayload, type TestPayload } from '../../../support/payload'

/** A shop with one product, and what happens in it before a customer looks at the portal. */
export type TestPortal = TestPayload & {
  /** A new activation of a licence. */
  activate: (license: License, data: Partial<Activation>) => Promise<string>
  createCustomer: () => Promise<Customer>
  createLicense: (data: Partial<License>) => Promise<License>
  product: string
  /** A request that acts as the customer. */
  requestOf: (customer: Customer) => Promise<PayloadRequest>
  saveSettings: (data: Record<string, unknown>) => Promise<unknown>
}

/** What every new activation of a licence holds. */
export function newActivation({ code, id }: Pick<License, 'code' | 'id'>, product: string) {
  const now = new Date().toISOString()
  return {
    activatedAt: now,
    environment: 'production' as const,
    isActive: true,
    lastSeenAt: now,
    license: id,
    licenseCode: code,
    product,
  }
}

/** Opens an app with a database of its own. */
export async function openPortal(): Promise<TestPortal> {
  const test = await createTestPayload()
  const { payload } = test
  const { id: product } = await payload.create({
    collection: 'products',
    data: { name: 'Tidemark' },
  })
  return {
    ...test,
    async activate(license, data) {
      const { id } = await payload.create({
        collection: 'activations',
        data: { ...newActivation(license, product), ...data } as never,
      })
      // Whatever is made is active: what is not, ends afterwards.
      if (data.isActive === false) {
        await payload.update({ collection: 'activations', data: { isActive: false }, id })
      }
      return id
    },
    createCustomer() {
      const id = randomUUID()
      const data = { clientId: id, email: `${id}@example.com`, name: 'Ada' }
      return payload.create({ collection: 'customers', data: { ...data, password: `long ${id}` } })
    },
    createLicense: (data) =>
      payload.create({ collection: 'licenses', data: { product, type: 'perpetual', ...data } }),
    product,
    requestOf: (customer) =>
      createLocalReq({ user: { ...customer, collection: 'customers' } }, payload),
    saveSettings: (data) => payload.updateGlobal({ slug: 'settings', data }),
  }
}
