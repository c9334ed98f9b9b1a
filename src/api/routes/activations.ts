import { activationsQuery, listActivations } from '../internal/activations/list'
import { deactivateActivation, reactivateActivation } from '../internal/activations/switch'
import { pageQuery } from '../internal/page'
import * as resources from '../openapi/resources'
import { listOf, sample, sampleActivation } from '../openapi/samples'
import type { Route } from './route'

const activation = { data: sampleActivation }

/** The calls of shop back ends about activations. */
export const activationRoutes: Route[] = [
  {
    access: 'internal',
    docs: {
      answer: resources.many(resources.activation),
      examples: [
        {
          answer: listOf(sampleActivation),
          query: { license_code: sample.code },
          title: 'Of a licence',
        },
      ],
      query: pageQuery.extend(activationsQuery.shape),
      summary: 'Activations, the newest first',
      tag: 'Activations',
    },
    handler: listActivations,
    method: 'get',
    path: '/internal/product-activations',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.activation),
      examples: [{ answer: activation, path: { id: sample.id }, title: 'Active again' }],
      summary: "Make an activation active again, within the licence's limit",
      tag: 'Activations',
    },
    handler: reactivateActivation,
    method: 'post',
    path: '/internal/activated-product-activations/:id',
  },
  {
    access: 'internal',
    docs: {
      answer: resources.one(resources.activation),
      examples: [
        {
          answer: {
            data: {
              ...sampleActivation,
              is_active: false,
              deactivated_at: sample.moment,
              deactivated_by: 'admin',
            },
          },
          path: { id: sample.id },
          title: 'Ended',
        },
      ],
      summary: 'End an activation',
      tag: 'Activations',
    },
    handler: deactivateActivation,
    method: 'delete',
    path: '/internal/activated-product-activations/:id',
  },
]
