import type { Payload } from 'payload'

import type { License } from '../../../../payload-types'
import type { Queryable } from '../../../../src/licensing/types'
import { createTestPayload } from '../../../support/payload'
import { type Rest, restOf, tokenOf } from '../../../support/rest'
import { createPeople, type People } from '../../access/people'

/** A shop, and who looks at its figures. */
export type Dashboard = {
  /** An administrator's token. */
  admin: string
  close: () => Promise<void>
  createLicense: (data: object) => Promise<License>
  /** A customer's token. */
  customer: string
  db: Queryable
  payload: Payload
  people: People
  rest: Rest
}

/** Opens it, on a database of its own. */
export async function openDashboard(): Promise<Dashboard> {
  const test = await createTestPayload()
  const { close, payload } = test
  const people = await createPeople(payload)
  const tokenFor = (collection: 'customers' | 'users', email: string) =>
    tokenOf(payload, collection, { email, password: people.password })
  return {
    admin: await tokenFor('users', people.admin.email),
    close,
    createLicense: (data) =>
      payload.create({
        collection: 'licenses',
        data: { product: people.product.id, ...data } as never,
      }),
    customer: await tokenFor('customers', people.customer.email),
    db: (payload.db as unknown as { drizzle: Queryable }).drizzle,
    payload,
    people,
    rest: restOf(test),
  }
}
