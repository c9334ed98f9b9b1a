import { randomUUID } from 'node:crypto'

import {
  findCustomers,
  type FoundCustomer,
  insertCustomers,
  insertInvitations,
  updateCustomers,
} from '../repository/customers'
import type { CustomerValues } from '../rows/customer'
import type { Problem } from '../rows/problems'
import type { Target } from './target'

/** Customers are known by their Client ID or, where none has it, by their address. */
export const customersTarget: Target<'customers', FoundCustomer> = {
  async create(db, values, { options }) {
    const customers = values.map((one) => ({ ...one, clientId: one.clientId ?? randomUUID() }))
    const ids = await insertCustomers(db, customers)
    if (options.invites) {
      const withoutPassword = customers.filter(({ importedHash }) => !importedHash)
      const invited = withoutPassword.map(({ email = '' }) => ids.get(email) ?? null)
      await insertInvitations(
        db,
        invited.filter((id) => id !== null),
      )
    }
    return customers.map(({ email = '' }) => ids.get(email) ?? null)
  },

  async find(db, values, isHeld) {
    const clientIds = values.flatMap(({ clientId }) => clientId ?? [])
    const emails = values.flatMap(({ email }) => email ?? [])
    const found = await findCustomers(db, { clientIds, emails }, isHeld)
    const byClientId = new Map(found.map((one) => [one.clientId, one]))
    const byEmail = new Map(found.map((one) => [one.email, one]))
    return ({ clientId, email }) => {
      const named = clientId ? byClientId.get(clientId) : undefined
      const addressed = email ? byEmail.get(email) : undefined
      if (named && addressed && named.id !== addressed.id) return conflict('emailTaken', 'email')
      // Licences hang on the Client ID: an address is not enough to change it.
      if (!named && addressed && clientId) return conflict('clientIdOther', 'clientId')
      const one = named ?? addressed
      return one ? { found: one } : null
    }
  },

  keysOf: ({ clientId, email }) => [
    ...(clientId ? [`client:${clientId}`] : []),
    ...(email ? [`email:${email}`] : []),
  ],

  kind: 'customers',

  missing: ({ email, name }) => [...(email ? [] : ['email']), ...(name ? [] : ['name'])],

  async update(db, changes) {
    const decided = changes.map(({ found, values }) => decideUpdate(found, values))
    await updateCustomers(
      db,
      decided.map(({ change }, index) => ({ ...change, id: changes[index]?.found.id ?? '' })),
    )
    return decided.map(({ notes }) => notes)
  },
}

/**
 * Somebody may have registered with the address of somebody else, who is in the file: such an account is neither confirmed by an
 * import nor given another password.
 */
function decideUpdate(
  { isConfirmed, isInUse }: FoundCustomer,
  values: CustomerValues,
): { change: CustomerValues; notes: Problem[] } {
  const change = { ...values }
  const notes: Problem[] = []
  if (values.confirmedAt && isInUse && !isConfirmed) {
    delete change.confirmedAt
    notes.push({ code: 'confirmationKept', field: 'confirmedAt' })
  }
  if (values.importedHash && isInUse) {
    delete change.importedHash
    notes.push({ code: 'hashKept', field: 'passwordHash' })
  }
  return { change, notes }
}

function conflict(code: 'clientIdOther' | 'emailTaken', field: string): { problem: Problem } {
  return { problem: { code, field } }
}
