import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import type { Activation, Customer, License, Product, User } from '../../../payload-types'

const password = 'a long enough password'

/** Two customers with a licence and an activation each, an administrator, and somebody without an account. */
export type People = {
  admin: User
  customer: Customer
  mine: { activation: Activation; license: License }
  other: Customer
  password: string
  product: Product
  theirs: { activation: Activation; license: License }
}

export type Actor = 'admin' | 'customer' | 'nobody' | 'other'

/** Fills an empty database with them. */
export async function createPeople(payload: Payload): Promise<People> {
  const admin = await payload.create({
    collection: 'users',
    data: { email: 'admin@example.com', password },
  })
  const product = await payload.create({ collection: 'products', data: { name: 'Product' } })
  const [customer, other] = [
    await createCustomer(payload, 'mine'),
    await createCustomer(payload, 'theirs'),
  ]
  return {
    admin,
    customer,
    mine: await createLicense(payload, product, customer),
    other,
    password,
    product,
    theirs: await createLicense(payload, product, other),
  }
}

/** A customer whose address is confirmed. */
export function createCustomer(payload: Payload, name: string): Promise<Customer> {
  return payload.create({
    collection: 'customers',
    data: {
      clientId: name.toUpperCase(),
      confirmedAt: new Date().toISOString(),
      email: `${name}@example.com`,
      name,
      password,
    },
  })
}

/** A request of one of them. */
export function requestOf(payload: Payload, people: People, actor: Actor): Promise<PayloadRequest> {
  const { admin, customer, other } = people
  const user = {
    admin: { ...admin, collection: 'users' as const },
    customer: { ...customer, collection: 'customers' as const },
    nobody: undefined,
    other: { ...other, collection: 'customers' as const },
  }[actor]
  return createLocalReq({ user: user }, payload)
}

async function createLicense(
  payload: Payload,
  product: Product,
  { clientId, email }: Customer,
): Promise<People['mine']> {
  const license = await payload.create({
    collection: 'licenses',
    data: {
      comments: 'secret',
      customerId: clientId,
      email,
      product: product.id,
      type: 'perpetual',
    },
  })
  const activation: unknown = await payload.db.create({
    collection: 'activations',
    data: {
      activatedAt: new Date().toISOString(),
      customerId: clientId,
      domain: `${clientId?.toLowerCase()}.example.com`,
      environment: 'production',
      isActive: true,
      isValid: true,
      lastSeenAt: new Date().toISOString(),
      license: license.id,
      licenseCode: license.code,
      product: product.id,
    },
  })
  return { activation: activation as Activation, license }
}
