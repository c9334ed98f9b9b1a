import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import type { Customer } from '../../../payload-types'
import { people } from './people'
import type { Random } from './random'
import { daysAgo } from './time'

/** A customer of the demo and the domain that their sites stand under. */
export type SeededCustomer = { customer: Customer; domain: string }

/** Creates the demo's customers; the first is the one to log in as. */
export async function seedCustomers(
  req: PayloadRequest,
  random: Random,
  login: { email: string; password: string },
): Promise<SeededCustomer[]> {
  const seeded: SeededCustomer[] = [
    {
      customer: await createCustomer(req, {
        ...login,
        clientId: 'CUST-1001',
        createdAt: daysAgo(362),
        name: 'Robin Ellery',
      }),
      domain: 'ellery-studio.example',
    },
  ]
  for (const [index, [name, business]] of people.entries()) {
    const domain = `${business}.example`
    // More of them lately: the business grows.
    const age = 1 + 359 * random() ** 1.6
    const customer = await createCustomer(req, {
      clientId: index % 3 === 0 ? `CUST-${1002 + index}` : undefined,
      confirmedAt: index % 9 === 8 ? null : daysAgo(age),
      createdAt: daysAgo(age),
      email: `${name.split(' ')[0]?.toLowerCase()}@${domain}`,
      name,
      password: randomBytes(18).toString('base64url'),
    })
    seeded.push({ customer, domain })
  }
  return seeded
}

type NewCustomer = {
  clientId?: string
  confirmedAt?: null | string
  createdAt: string
  email: string
  name: string
  password: string
}

function createCustomer(req: PayloadRequest, data: NewCustomer): Promise<Customer> {
  const confirmedAt = data.confirmedAt === undefined ? data.createdAt : data.confirmedAt
  return req.payload.create({
    collection: 'customers',
    data: { ...data, confirmedAt },
    overrideAccess: true,
    req,
  })
}
