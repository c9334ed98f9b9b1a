import { createLocalReq } from 'payload'
import type pg from 'pg'

import type { Customer, License, Mail } from '../../../../payload-types'
import type { SignedInCustomer } from '../../../../src/accounts/sessions/findSignedIn'
import { type ClaimResult, claimLicense } from '../../../../src/holders/claimLicense'
import { createTestPayload, type TestPayload } from '../../../support/payload'
import { type Accounts, accountsOf, freshIp } from '../../accounts/support/accounts'

/** A shop with one product, whose customers enter codes. */
export type ClaimShop = TestPayload & {
  accounts: Accounts
  claim: (customer: Customer, code: unknown, ip?: string) => Promise<ClaimResult>
  createLicense: (data?: Partial<License>) => Promise<License>
  mails: () => Promise<Mail[]>
  /** Whose a licence is now: a Client ID, or null. */
  ownerOf: (license: License) => Promise<null | string>
  pool: pg.Pool
  product: string
}

/** Opens it, on a database of its own. */
export async function openClaimShop(): Promise<ClaimShop> {
  const test = await createTestPayload()
  const { payload } = test
  const { id: product } = await payload.create({
    collection: 'products',
    data: { name: 'Tidemark' },
  })
  return {
    ...test,
    accounts: accountsOf(payload),
    claim: async (customer, code, ip = freshIp()) => {
      const headers = new Headers({ 'x-forwarded-for': ip })
      const user = { ...customer, collection: 'customers' } as SignedInCustomer
      return claimLicense(await createLocalReq({ req: { headers }, user }, payload), user, code)
    },
    createLicense: (data = {}) =>
      payload.create({ collection: 'licenses', data: { product, type: 'perpetual', ...data } }),
    mails: async () => (await payload.find({ collection: 'mails', depth: 0 })).docs,
    ownerOf: async ({ id }) =>
      (await payload.findByID({ collection: 'licenses', depth: 0, id })).customerId ?? null,
    pool: (payload.db as unknown as { pool: pg.Pool }).pool,
    product,
  }
}
