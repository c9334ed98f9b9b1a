import type { PayloadRequest } from 'payload'

import type { License, Product } from '../../../payload-types'
import type { SeededCustomer } from './customers'
import { between, pick, type Random } from './random'
import { daysAgo } from './time'

/** A licence of the demo and the domain of the customer that owns it. */
export type SeededLicense = { domain: string; license: License; product: Product }

const total = 120
const licensesOfDemoCustomer = 14
const types = ['perpetual', 'subscription', 'subscription', 'trial', 'lifetime'] as const
const slots = [1, 1, 2, 3, 3, 5, 10, null]

/** Creates 120 licences: active, expired and blocked ones, of every type. */
export async function seedLicenses(
  req: PayloadRequest,
  random: Random,
  products: Product[],
  customers: SeededCustomer[],
): Promise<SeededLicense[]> {
  const seeded: SeededLicense[] = []
  for (let index = 0; index < total; index += 1) {
    const isDemo = index < licensesOfDemoCustomer
    const owner = (isDemo ? customers[0] : pick(random, customers.slice(1))) as SeededCustomer
    const product = isDemo ? (products[index % products.length] as Product) : pick(random, products)
    const license = await req.payload.create({
      collection: 'licenses',
      data: { ...termsOf(index, random), ...ownerOf(owner, index), product: product.id },
      depth: 0,
      overrideAccess: true,
      req,
    })
    seeded.push({ domain: owner.domain, license, product })
  }
  return seeded
}

function ownerOf({ customer }: SeededCustomer, index: number) {
  // Shops that know no Client ID name the customer by e-mail only.
  return index % 6 === 5
    ? { email: customer.email }
    : { customerId: customer.clientId, email: customer.email }
}

function termsOf(index: number, random: Random) {
  const type = pick(random, types)
  const age = between(random, 5, 350)
  const isExpired = index % 6 === 2
  const isLimited = isExpired || type === 'subscription' || type === 'trial'
  return {
    comments: index % 10 === 3 ? 'Bought through the partner programme.' : undefined,
    createdAt: daysAgo(age),
    domains: index % 15 === 7 ? ['*.example'] : [],
    expiresAt: isLimited
      ? daysAgo(isExpired ? between(random, 1, 60) : -between(random, 3, 330))
      : null,
    invoice: `INV-${2400 + index}`,
    isEnvato: index % 8 === 4,
    isValid: index % 11 !== 6,
    parallelUses: pick(random, slots),
    supportUntil: daysAgo(age - 180),
    type: isExpired ? ('subscription' as const) : type,
    updatesUntil: daysAgo(age - 365),
  }
}
