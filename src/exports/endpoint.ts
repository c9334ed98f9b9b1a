import { APIError, type CollectionSlug, type Endpoint, Forbidden } from 'payload'

import { isAdminRequest } from '../../access/isAdmin'
import { exportResponse } from './exportResponse'
import { formats } from './formats'
import { listFilter } from './listFilter'
import { type Slug, slugOf } from '../slugs/slugOf'

/** The lists that can be exported. */
export const exported: readonly Slug[] = [
  'activations',
  'activity-log',
  'blacklist-entries',
  'customers',
  'download-tokens',
  'failed-attempts',
  'licenses',
  'login-events',
  'mails',
  'products',
  'versions',
  'webhook-deliveries',
]

/** The list of this slug, as this app has it. */
export function exportedAs(slug: unknown): CollectionSlug | undefined {
  return exported.map((own) => slugOf(own) as CollectionSlug).find((known) => known === slug)
}

/**
 * `GET /api/exports/:collection`: a list as a file, for administrators. Takes `where` and `search` as Payload's lists do, and `format`,
 * `csv` or `json`.
 */
export const exportEndpoint: Endpoint = {
  handler: async (req) => {
    if (!isAdminRequest(req)) throw new Forbidden(req.t)
    const collection = exportedAs(req.routeParams?.collection)
    if (!collection) throw new APIError('There is no such list.', 404, null, true)
    const { format = 'csv' } = req.query
    if (format !== 'csv' && format !== 'json') {
      const known = Object.keys(formats).join(' or ')
      throw new APIError(`The format is ${known}.`, 400, null, true)
    }
    return exportResponse(req, { collection, format, where: listFilter(req, collection) })
  },
  method: 'get',
  path: '/exports/:collection',
}
