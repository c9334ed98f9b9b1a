import { randomUUID } from 'node:crypto'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { License, Product } from '../../../../payload-types'
import { linkIdentity } from '../../../../plugins/social-login'
import type { SignedInCustomer } from '../../../../src/accounts/sessions/findSignedIn'
import type { Person } from '../../../support/providers/people'
import { type Social, startSocial } from './social'

export type ImportRow = {
  attempts: number
  error: null | string
  licenses: number
  purchases: number
  status: string
  tokens: null | string
}

/** A shop whose product is sold at Envato as item 4711. */
export type Shop = Awaited<ReturnType<typeof openShop>>

/** Opens it. To be closed after the tests of the file. */
export async function openShop() {
  const social = await startSocial()
  const product: Product = await social.payload.create({
    collection: 'products',
    data: { envatoId: '4711', name: 'Theme', referenceId: 'THEME' },
  })
  return { ...toolsOf(social), close: social.close, product, social }
}

let created = 0

/** Something that was bought, and has support until 5 May 2027. */
export const purchase = (code: string = randomUUID(), item = 4711) => ({
  code,
  item,
  supportedUntil: '2027-05-06T09:21:08+10:00',
})

/** Somebody with an account at Envato whom nobody here knows yet. */
export function newPerson(purchases: Person['purchases'] = []): Person {
  created += 1
  const email = `buyer-${created}-${Date.now()}@example.com`
  return { email, name: 'Bo Buyer', purchases, subject: `buyer${created}` }
}

function toolsOf(social: Social) {
  return {
    /** A customer whose account at Envato is connected, and who they are there. */
    async buyer(
      purchases: Person['purchases'],
    ): Promise<{ customer: SignedInCustomer; person: Person }> {
      const customer = await social.accounts.signIn((await social.accounts.createCustomer()).email)
      const person = newPerson(purchases)
      const { email, name, subject } = person
      const profile = { email, isEmailVerified: false, name, provider: 'envato', subject }
      await linkIdentity(await social.accounts.request(), customer.id, profile)
      return { customer, person }
    },
    async importOf(customer: string): Promise<ImportRow | undefined> {
      const db = await social.accounts.db()
      const { rows } = await db.execute(sql`
        select attempts::int, error, licenses::int, purchases::int, status, tokens
        from envato_imports where customer_id = ${customer}`)
      return rows[0] as ImportRow | undefined
    },
    async licenseWith(code: string): Promise<License | undefined> {
      const { docs } = await social.payload.find({
        collection: 'licenses',
        depth: 0,
        where: { code: { equals: code } },
      })
      return docs[0]
    },
    /** Ends the pause before jobs are tried again. */
    async passTime(): Promise<void> {
      const db = await social.accounts.db()
      await db.execute(
        sql`update payload_jobs set wait_until = null where task_slug = 'importPurchases'`,
      )
    },
    signIn: (person: Person) => social.browser(person).signIn('envato'),
    /** Runs the jobs that are due, as the worker does. */
    work: () => social.payload.jobs.run({ limit: 50, queue: 'default' }),
  }
}
