import { createCustomer, newCustomer } from '../internal/customers/create'
import { customersQuery, getCustomer, listCustomers } from '../internal/customers/read'
import { customerChanges, deleteCustomer, updateCustomer } from '../internal/customers/update'
import { idempotent } from '../internal/idempotent'
import { pageQuery } from '../internal/page'
import * as resources from '../openapi/resources'
import { invalid, listOf, notFound, sample, sampleCustomer } from '../openapi/samples'
import type { Route } from './route'

const fields = {
  client_id: 'Made when empty; never changed afterwards.',
  is_confirmed:
    'Whether you know that the address is theirs. Licences are matched by e-mail only to confirmed addresses.',
  password: 'Without one, the customer sets it by "forgot password".',
  search: 'Words in name, e-mail or Client ID.',
}
const byClient = { client: sample.client }
const customer = { data: sampleCustomer }

/** The calls of shop back ends about customers. */
export const customerRoutes: Route[] = [
  {
    access: 'internal',
    docs: {
      answer: resources.many(resources.customer),
      examples: [
        { answer: listOf(sampleCustomer), query: { email: sample.email }, title: 'By address' },
      ],
      fields,
      query: pageQuery.extend(customersQuery.shape),
      summary: 'Customers, the newest first',
      tag: 'Customers',
    },
    handler: listCustomers,
    method: 'get',
    path: '/internal/customers',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.customer),
      body: newCustomer,
      creates: true,
      examples: [
        {
          answer: {
            data: {
              ...sampleCustomer,
              client_id: 'client-43',
              email: 'grace@example.com',
              is_confirmed: false,
              name: 'Grace Hopper',
            },
          },
          body: { client_id: 'client-43', email: 'grace@example.com', name: 'Grace Hopper' },
          status: 201,
          title: 'A new customer',
        },
        {
          answer: invalid('email', 'The email field is not valid.'),
          body: { email: 'Ada <ada@example.com>', name: 'Ada' },
          status: 422,
          title: 'Not an address',
        },
      ],
      fields,
      status: 201,
      summary: 'A new customer',
      tag: 'Customers',
    },
    handler: idempotent(createCustomer),
    method: 'post',
    path: '/internal/customers',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.customer),
      examples: [
        { answer: customer, path: byClient, title: 'By Client ID' },
        { answer: notFound, path: { client: 'unknown' }, status: 404, title: 'Unknown' },
      ],
      summary: 'One customer',
      tag: 'Customers',
    },
    handler: getCustomer,
    method: 'get',
    path: '/internal/customers/:client',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.customer),
      body: customerChanges,
      examples: [
        {
          answer: { data: { ...sampleCustomer, name: 'Ada King' } },
          body: { name: 'Ada King' },
          path: byClient,
          title: 'Another name',
        },
      ],
      fields,
      summary: 'Change the fields that are given',
      tag: 'Customers',
    },
    handler: updateCustomer,
    method: 'put',
    path: '/internal/customers/:client',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.customer),
      description: 'Licences and activations stay.',
      examples: [{ answer: customer, path: byClient, title: 'Deleted' }],
      summary: 'Delete a customer',
      tag: 'Customers',
    },
    handler: deleteCustomer,
    method: 'delete',
    path: '/internal/customers/:client',
  },
]
