import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import type { CustomerLanguage } from '../../../collections/Customers/fields/language'
import { getSettings } from '../../../collections/Settings/getSettings'
import { tellCreated } from '../hostHooks'
import { inTransaction } from '../inTransaction'
import { validateName } from '../names'
import { insertCustomer } from '../repository/customers'

type SocialAccount = {
  email: string
  isConfirmed: boolean
  language: CustomerLanguage | null
  /** As the provider told it. */
  name: null | string
}

/**
 * Makes a customer who signs in with another account: with a Client ID, without a password.
 *
 * @returns `off` while nobody may register, `taken` where the address has an account
 */
export async function createSocialAccount(
  req: PayloadRequest,
  { email, isConfirmed, language, name }: SocialAccount,
): Promise<{ id: string } | 'off' | 'taken'> {
  const { allowRegistration } = await getSettings(req)
  if (allowRegistration === false) return 'off'
  return inTransaction(req, async (db) => {
    const id = await insertCustomer(db, {
      clientId: randomUUID(),
      email,
      hash: null,
      isConfirmed,
      language,
      name: nameOf(name, email),
      salt: null,
    })
    if (id) await tellCreated(req, id)
    return id ? { id } : 'taken'
  })
}

/** The name that the provider told where it can be one, else what stands before the @. */
function nameOf(name: null | string, email: string): string {
  const named = validateName(name)
  return 'name' in named ? named.name : email.slice(0, email.indexOf('@'))
}
