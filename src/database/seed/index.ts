import { randomBytes } from 'node:crypto'

import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
} from 'payload'

import { seedActivations } from './activations'
import { seedApiKeys } from './apiKeys'
import { seedCustomers } from './customers'
import { seedFailedAttempts } from './failedAttempts'
import { seedLicenses } from './licenses'
import { seedProducts } from './products'
import { createRandom } from './random'

/** The accounts and keys of the demo. Passwords and keys are random and shown nowhere else. */
export type DemoCredentials = {
  admin: { email: string; password: string }
  apiKeys: { external: string; internal: string }
  customer: { email: string; password: string }
}

/**
 * Fills an empty database with a demo: 3 products, 40 customers, 120 licences of every status, activations over the last
 * 12 months, refused calls, one administrator and one customer to log in as. All of it or, when anything fails, nothing.
 */
export async function seedDemo(payload: Payload): Promise<DemoCredentials> {
  const admin = { email: 'admin@example.com', password: newPassword() }
  const customer = { email: 'customer@example.com', password: newPassword() }
  const req = await createLocalReq({}, payload)
  const random = createRandom(20_261)
  await initTransaction(req)
  try {
    await payload.create({
      collection: 'users',
      data: { ...admin, name: 'Demo Admin' },
      // Seeding runs before there is anybody who could be asked for access; the same holds for all of its parts.
      overrideAccess: true,
      req,
    })
    const products = await seedProducts(req)
    const customers = await seedCustomers(req, random, customer)
    const licenses = await seedLicenses(req, random, products, customers)
    await seedActivations(req, random, licenses)
    await seedFailedAttempts(req, random, licenses)
    const apiKeys = await seedApiKeys(req)
    await commitTransaction(req)
    return { admin, apiKeys, customer }
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

function newPassword(): string {
  return randomBytes(15).toString('base64url')
}
