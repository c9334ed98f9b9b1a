import { readBody } from '../../body'
import type { ApiContext } from '../../types'
import { inTransaction, pathName } from '../request'
import {
  customerFields,
  customerQuery,
  findCustomer,
  readPassword,
  toCustomerData,
  toCustomerResource,
} from './customer'

export const customerChanges = customerFields.partial()

/** `PUT /customers/{client_id}`: changes the fields that are given. The Client ID stays: licences hang on it. */
export async function updateCustomer(context: ApiContext): Promise<Response> {
  const body = await readBody(context, customerChanges)
  const clientId = pathName(context, 'client')
  const customer = await inTransaction(context, async (req) => {
    const before = await findCustomer(req, clientId)
    const account = { email: body.email ?? before.email, name: body.name ?? before.name }
    const password = await readPassword(req, body, account)
    return req.payload.update({
      ...customerQuery,
      data: { ...toCustomerData(body, before), ...(password ? { password } : {}) },
      id: before.id,
      req,
    })
  })
  return context.json({ data: toCustomerResource(customer) })
}

/** `DELETE /customers/{client_id}`: removes the account and how it signs in. Licences and activations stay. */
export async function deleteCustomer(context: ApiContext): Promise<Response> {
  const clientId = pathName(context, 'client')
  const customer = await inTransaction(context, async (req) => {
    const { id } = await findCustomer(req, clientId)
    return req.payload.delete({ ...customerQuery, id, req })
  })
  return context.json({ data: toCustomerResource(customer) })
}
