import { idempotent } from '../internal/idempotent'
import { blockLicense } from '../internal/licenses/block'
import { createLicense } from '../internal/licenses/create'
import { getLicense } from '../internal/licenses/get'
import { licenseFields } from '../internal/licenses/license'
import { licensesQuery, listLicenses } from '../internal/licenses/list'
import { updateLicense } from '../internal/licenses/update'
import { pageQuery } from '../internal/page'
import * as resources from '../openapi/resources'
import { invalid, listOf, notFound, sample, sampleLicense } from '../openapi/samples'
import { activationRoutes } from './activations'
import type { Route } from './route'

const fields = {
  client: 'The older name of customer_id.',
  client_email: 'The older name of email.',
  comments: 'Only administrators see them.',
  customer_id: "The customer's Client ID.",
  domains: 'Only these may activate, such as *.example.com. Empty: any.',
  email: 'Finds the customer where there is no customer_id.',
  entitlements: "In place of the product's of the same name.",
  expiration_days: 'Counted from the first activation.',
  expires_at: 'A bare day includes that day.',
  ips: 'Only these may activate, such as 10.0.0.*. Empty: any.',
  is_valid: 'false: blocked.',
  license_code: 'Made when empty.',
  parallel_uses: 'Active installations at one time. Empty: any number.',
  product_id: 'The older name of product_reference_id.',
  product_reference_id: 'Required when the licence is made.',
  search: 'Words in code, e-mail, customer or invoice.',
  total_uses: 'Installations over the whole life.',
}
const byCode = { id: sample.code }
const license = { data: sampleLicense }

/** The calls of shop back ends about licences, then those about activations. */
export const licenseRoutes: Route[] = [
  {
    access: 'internal',
    docs: {
      answer: resources.many(resources.license),
      examples: [
        {
          answer: listOf(sampleLicense),
          query: { customer_id: sample.client },
          title: 'Of a customer',
        },
      ],
      fields,
      query: pageQuery.extend(licensesQuery.shape),
      summary: 'Licences, the newest first',
      tag: 'Licenses of the shop',
    },
    handler: listLicenses,
    method: 'get',
    path: '/internal/product-licenses',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.license),
      body: licenseFields,
      creates: true,
      examples: [
        {
          answer: { data: { ...sampleLicense, invoice: '1002' } },
          body: {
            customer_id: sample.client,
            email: sample.email,
            invoice: '1002',
            license_code: sample.code,
            parallel_uses: 2,
            product_reference_id: sample.product,
          },
          headers: { 'Idempotency-Key': 'order-1002' },
          status: 201,
          title: 'Issued',
        },
        {
          answer: invalid('product_reference_id', 'There is no product with this reference ID.'),
          body: { product_reference_id: 'UNKNOWN' },
          status: 422,
          title: 'Of an unknown product',
        },
      ],
      fields,
      status: 201,
      summary: 'Issue a licence',
      tag: 'Licenses of the shop',
    },
    handler: idempotent(createLicense),
    method: 'post',
    path: '/internal/product-licenses',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.license),
      examples: [
        { answer: license, path: byCode, title: 'By code' },
        { answer: notFound, path: { id: 'UNKNOWN' }, status: 404, title: 'Unknown' },
      ],
      summary: 'One licence, by id or code',
      tag: 'Licenses of the shop',
    },
    handler: getLicense,
    method: 'get',
    path: '/internal/product-licenses/:id',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.license),
      body: licenseFields,
      examples: [
        {
          answer: { data: { ...sampleLicense, parallel_uses: 5 } },
          body: { parallel_uses: 5 },
          path: byCode,
          title: 'More installations',
        },
      ],
      fields,
      summary: 'Change the fields that are given',
      tag: 'Licenses of the shop',
    },
    handler: updateLicense,
    method: 'put',
    path: '/internal/product-licenses/:id',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.license),
      examples: [
        {
          answer: { data: { ...sampleLicense, is_valid: false, status: 'blocked' } },
          path: byCode,
          title: 'Blocked',
        },
      ],
      summary: 'Block a licence',
      tag: 'Licenses of the shop',
    },
    handler: blockLicense(true),
    method: 'post',
    path: '/internal/blocked-product-licenses/:id',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.license),
      examples: [{ answer: license, path: byCode, title: 'Not blocked any more' }],
      summary: 'Unblock a licence',
      tag: 'Licenses of the shop',
    },
    handler: blockLicense(false),
    method: 'delete',
    path: '/internal/blocked-product-licenses/:id',
  },
  ...activationRoutes,
]
