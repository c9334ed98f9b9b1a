import { APIError, type CollectionSlug, type Endpoint, Forbidden, type Where } from 'payload'

import { isAdminRequest } from '../../access/isAdmin'
import { exportResponse } from './exportResponse'
import { formats } from './formats'

/** The lists that can be exported. */
export const exported: readonly CollectionSlug[] = [
  'activations',
  'blacklist-entries',
  'customers',
  'failed-attempts',
  'licenses',
  'login-events',
  'mails',
  'products',
  'versions',
]

/**
 * `GET /api/exports/:collection`: a list as a file, for administrators. Takes `where` and `search` as Payload's lists do, and `format`,
 * `csv` or `json`.
 */
export const exportEndpoint: Endpoint = {
  handler: async (req) => {
    if (!isAdminRequest(req)) throw new Forbidden(req.t)
    const collection = exported.find((slug) => slug === req.routeParams?.collection)
    if (!collection) throw new APIError('There is no such list.', 404, null, true)
    const { format = 'csv', search, where } = req.query
    if (format !== 'csv' && format !== 'json') {
      const known = Object.keys(formats).join(' or ')
      throw new APIError(`The format is ${known}.`, 400, null, true)
    }
    const { listSearchableFields, useAsTitle } = req.payload.collections[collection].config.admin
    const fields = listSearchableFields ?? [useAsTitle ?? 'id']
    return exportResponse(req, {
      collection,
      format,
      where: { and: [filterOf(where), searchOf(search, fields)].filter(isGiven) },
    })
  },
  method: 'get',
  path: '/exports/:collection',
}

const isGiven = (where: null | Where): where is Where => where !== null

function filterOf(where: unknown): null | Where {
  return where && typeof where === 'object' && !Array.isArray(where) ? (where as Where) : null
}

function searchOf(search: unknown, fields: string[]): null | Where {
  if (typeof search !== 'string' || !search) return null
  return { or: fields.map((field) => ({ [field]: { like: search } })) }
}
