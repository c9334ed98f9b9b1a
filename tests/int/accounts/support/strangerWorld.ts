import type { Payload } from 'payload'

import type { Customer, License, Product } from '../../../../payload-types'
import { hashPassword } from '../../../../src/accounts/passwords/hash'
import { issueToken } from '../../../../src/accounts/tokens/issueToken'
import { createTestPayload } from '../../../support/payload'
import { type Accounts, accountsOf, password } from './accounts'
import { addresses, type Person } from './strangerActions'

export type Mail = {
  account: string
  purpose: 'changeEmail' | 'confirmEmail' | 'resetPassword'
  to: string
  token: string
}

/** Where it happens. */
export type Site = {
  accounts: Accounts
  close: () => Promise<void>
  payload: Payload
  product: Product
  /** How often somebody signed in with an account of another provider. */
  signedIn: number
  /** What is kept of everybody's password. */
  stored: { hash: string; salt: string }
}

/** Who knows the password of which account. An imported one is nobody's until its password is set by mail. */
export type World = {
  accounts: string[]
  holders: Map<string, null | Person>
  mails: Mail[]
  site: Site
}

/** Opens a site, on a database of its own. */
export async function openSite(): Promise<Site> {
  const { close, payload } = await createTestPayload()
  return {
    accounts: accountsOf(payload),
    close,
    payload,
    product: await payload.create({ collection: 'products', data: { name: 'Product' } }),
    signedIn: 0,
    stored: await hashPassword(password),
  }
}

/** Forgets everything; what there is, is a licence of each address. */
export async function newWorld(site: Site): Promise<World> {
  for (const collection of ['customers', 'licenses', 'mails'] as const) {
    await site.payload.delete({ collection, where: { id: { exists: true } } })
  }
  for (const address of addresses) await issue(site, { email: address })
  return { accounts: [], holders: new Map(), mails: [], site }
}

export function add(world: World, id: string, holder: null | Person): void {
  world.accounts.push(id)
  world.holders.set(id, holder)
}

export const issue = (
  { payload, product }: Site,
  data: { customerId?: null | string; email: string },
): Promise<License> =>
  payload.create({
    collection: 'licenses',
    data: { ...data, product: product.id, type: 'perpetual' },
  })

export const customerOf = ({ payload }: Site, id: string): Promise<Customer | null> =>
  payload.findByID({ collection: 'customers', depth: 0, disableErrors: true, id })

/** A mail with a link to an account arrives. */
export async function mailTo(
  world: World,
  id: string,
  purpose: Mail['purpose'],
  to: string,
): Promise<void> {
  if (!to) return
  const token = await issueToken(world.site.payload, { customer: id, email: to, purpose })
  world.mails.push({ account: id, purpose, to, token })
}
