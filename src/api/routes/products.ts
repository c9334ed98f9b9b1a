import { connectionCheck } from '../connectionCheck'
import { createDownloadToken, newLink, tellToken } from '../internal/downloadTokens/create'
import { idempotent } from '../internal/idempotent'
import { pageQuery } from '../internal/page'
import { createProduct, newProduct } from '../internal/products/create'
import { getProduct } from '../internal/products/get'
import { listProducts } from '../internal/products/list'
import { switchProduct } from '../internal/products/switch'
import { productChanges, updateProduct } from '../internal/products/update'
import { connectionAnswer } from '../openapi/answers'
import * as resources from '../openapi/resources'
import { invalid, listOf, notFound, sample, sampleProduct } from '../openapi/samples'
import type { Route } from './route'

const fields = {
  description: 'Markdown.',
  entitlements: 'What each licence of this product gives, by name.',
  envato_id: "The item's id at Envato.",
  expires_at: 'A bare day includes that day.',
  is_active: 'Licences of a product that is switched off are refused.',
  license_update: 'Whether updates need a licence.',
  max_downloads: 'Empty: as often as anybody likes.',
  reference_id: 'Made when empty; never changed afterwards.',
  serve_latest_updates: 'Offer the latest version at once, or the next one after the installed.',
  version: 'Name or id of a version. Empty: the latest at the time of the download.',
}

const reference = { reference: sample.product }
const product = { data: sampleProduct }
const unknown = { answer: notFound, path: { reference: 'UNKNOWN' }, status: 404 } as const

/** The calls of shop back ends about products. */
export const productRoutes: Route[] = [
  {
    access: 'internal',
    docs: {
      answer: connectionAnswer,
      examples: [
        { answer: { message: 'Connection successful', status: true }, title: 'A good key' },
      ],
      summary: 'Whether address and key are right',
      tag: 'Products',
    },
    handler: connectionCheck,
    method: 'get',
    path: '/internal/connection-check',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.many(resources.product),
      examples: [{ answer: listOf(sampleProduct), title: 'All products' }],
      query: pageQuery,
      summary: 'Products by name',
      tag: 'Products',
    },
    handler: listProducts,
    method: 'get',
    path: '/internal/products',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.product),
      body: newProduct,
      creates: true,
      examples: [
        {
          answer: { data: { ...sampleProduct, name: 'Ledger', reference_id: 'LEDGER' } },
          body: { name: 'Ledger', reference_id: 'LEDGER' },
          status: 201,
          title: 'A new product',
        },
        { answer: invalid('name'), body: {}, status: 422, title: 'Without a name' },
      ],
      fields,
      status: 201,
      summary: 'A new product',
      tag: 'Products',
    },
    handler: idempotent(createProduct),
    method: 'post',
    path: '/internal/products',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.product),
      examples: [
        { answer: product, path: reference, title: 'By reference ID' },
        { ...unknown, title: 'Unknown' },
      ],
      summary: 'One product, by reference ID or id',
      tag: 'Products',
    },
    handler: getProduct,
    method: 'get',
    path: '/internal/products/:reference',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.product),
      body: productChanges,
      examples: [
        {
          answer: { data: { ...sampleProduct, description: 'Tides by the minute' } },
          body: { description: 'Tides by the minute' },
          path: reference,
          title: 'Another description',
        },
      ],
      fields,
      summary: 'Change the fields that are given',
      tag: 'Products',
    },
    handler: updateProduct,
    method: 'put',
    path: '/internal/products/:reference',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.product),
      examples: [{ answer: product, path: reference, title: 'Switched on' }],
      summary: 'Switch a product on',
      tag: 'Products',
    },
    handler: switchProduct(true),
    method: 'post',
    path: '/internal/activated-products/:reference',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.product),
      examples: [
        {
          answer: { data: { ...sampleProduct, is_active: false } },
          path: reference,
          title: 'Switched off',
        },
      ],
      summary: 'Switch a product off',
      tag: 'Products',
    },
    handler: switchProduct(false),
    method: 'delete',
    path: '/internal/activated-products/:reference',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.downloadLink),
      body: newLink,
      creates: true,
      description:
        'Hand url on: it opens the file without a key. The token is told here and never again; only its SHA-256 is stored.',
      examples: [
        {
          answer: {
            data: {
              id: sample.id,
              version: sample.version,
              type: 'main',
              max_downloads: 3,
              downloads: 0,
              expires_at: sample.moment,
              created_at: sample.moment,
              token: 'q7cXw0m1o5nQkq3cVYt8sZf4rXbH6uE9aLpD1gTyM2w',
              url: 'http://localhost:3000/api/download/q7cXw0m1o5nQkq3cVYt8sZf4rXbH6uE9aLpD1gTyM2w',
            },
          },
          body: { expires_at: '2099-01-31T12:00:00Z', max_downloads: 3, version: sample.version },
          path: reference,
          status: 201,
          title: 'For three downloads',
        },
      ],
      fields,
      status: 201,
      summary: 'A temporary public link to a file',
      tag: 'Versions',
    },
    handler: idempotent(createDownloadToken, tellToken),
    method: 'post',
    path: '/internal/products/:reference/download-tokens',
  },
]
