import type { Customer } from '../../../../payload-types'
import type { Person } from '../../../support/providers/people'
import type { Social } from './social'

let created = 0

/** Somebody who has no account yet. */
export function newPerson(person: Partial<Person> = {}): Person {
  created += 1
  return {
    email: `person-${created}-${Date.now()}@example.com`,
    isVerified: true,
    name: 'Robin Example',
    subject: String(1000 + created),
    ...person,
  }
}

/** The customer with an address. */
export async function customerWith(
  { payload }: Social,
  email: null | string,
): Promise<Customer | undefined> {
  const { docs } = await payload.find({
    collection: 'customers',
    where: { email: { equals: email ?? '' } },
  })
  return docs[0]
}
