import type { FieldAccess, FieldBase } from 'payload'

import { currentCustomer } from '../../../access/currentCustomer'
import { isAdminRequest } from '../../../access/isAdmin'
import { isAdminField } from '../../../access/isAdminField'

type Access = NonNullable<FieldBase['access']>

/** What whoever may create an account has to be able to say. */
const saidAtCreation = ['email', 'name']

/**
 * Access to a field of the plugin's in a collection of the host's. However far the host opens the collection, customers write the
 * plugin's fields through the portal only and read no account's but their own; a name may be read by whoever may read the row.
 * The host's own access to the field may only narrow that.
 */
export function floorAccess(name: string, own: Access = {}, host: Access = {}): Access {
  const create = own.create ?? (saidAtCreation.includes(name) ? undefined : isAdminField)
  return {
    create: both(create, host.create),
    read: both(own.read ?? (name === 'name' ? undefined : adminOrSelfField), host.read),
    update: both(own.update ?? isAdminField, host.update),
  }
}

/** Field access: administrators, and customers on their own account. */
const adminOrSelfField: FieldAccess = ({ doc, id, req }) => {
  if (isAdminRequest(req)) return true
  const customer = currentCustomer(req)
  return customer !== null && customer.id === (id ?? (doc as { id?: string } | undefined)?.id)
}

function both(floor: FieldAccess | undefined, host: FieldAccess | undefined): FieldAccess {
  return async (args) => (await (floor?.(args) ?? true)) && (await (host?.(args) ?? true))
}
