import { numbered, readBody } from '../../body'
import type { CreatingHandler } from '../idempotent'
import {
  customerFields,
  customerQuery,
  readPassword,
  toCustomerData,
  toCustomerResource,
  unknownPassword,
} from './customer'

export const newCustomer = customerFields.extend({ client_id: numbered().nullish() })

/** `POST /customers`: a new customer; the Client ID is made when it is empty. */
export const createCustomer: CreatingHandler = async (context, req) => {
  const body = await readBody(context, newCustomer)
  const password = await readPassword(req, body, body)
  const customer = await req.payload.create({
    ...customerQuery,
    data: {
      ...toCustomerData(body),
      clientId: body.client_id,
      email: body.email,
      name: body.name,
      password: password ?? unknownPassword(),
    },
    req,
  })
  return { body: { data: toCustomerResource(customer) }, status: 201 }
}
