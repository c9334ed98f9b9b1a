import type { Where } from 'payload'
import { z } from 'zod'

import { codeKey } from '../../../licensing/codes'
import { normalizeDomain } from '../../../licensing/domains'
import { text } from '../../body'
import type { ApiContext } from '../../types'
import { readPage, readQuery, respondWithList } from '../page'
import { productFilter } from '../productFilter'
import { activationQuery, toActivationResource } from './activation'
import { slugOf } from '../../../slugs/slugOf'

export const activationsQuery = z.object({
  customer_id: text().optional(),
  domain: text().optional(),
  fingerprint: text().optional(),
  is_active: z
    .enum(['0', '1', 'false', 'true'])
    .transform((value) => value === '1' || value === 'true')
    .optional(),
  license_code: text().optional(),
  product_reference_id: text().optional(),
})

/** `GET /product-activations`: activations, the newest first, by product, licence, customer, domain, device and state. */
export async function listActivations(context: ApiContext): Promise<Response> {
  const page = readPage(context)
  const query = readQuery(context, activationsQuery)
  const where: Where[] = [...(await productFilter(context, query.product_reference_id))]
  if (query.license_code) where.push(await licenseFilter(context, query.license_code))
  if (query.customer_id) where.push({ customerId: { equals: query.customer_id.trim() } })
  if (query.domain) where.push({ domain: { equals: normalizeDomain(query.domain) ?? '' } })
  if (query.fingerprint) where.push({ fingerprint: { equals: query.fingerprint.trim() } })
  if (query.is_active !== undefined) where.push({ isActive: { equals: query.is_active } })
  const { docs, totalDocs } = await context.get('services').payload.find({
    ...activationQuery,
    ...page,
    collection: slugOf('activations'),
    sort: ['-activatedAt', 'id'],
    where: { and: where },
  })
  return respondWithList(context, docs.map(toActivationResource), { ...page, total: totalDocs })
}

/** The licences that a code names, however it is written. */
async function licenseFilter(context: ApiContext, code: string): Promise<Where> {
  const { docs } = await context.get('services').payload.find({
    collection: slugOf('licenses'),
    depth: 0,
    // The internal key was checked; it acts as an administrator.
    overrideAccess: true,
    pagination: false,
    select: {},
    where: { codeKey: { equals: codeKey(code) } },
  })
  return { license: { in: docs.map(({ id }) => id) } }
}
