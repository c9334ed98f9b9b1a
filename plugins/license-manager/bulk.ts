import {
  APIError,
  type CollectionSlug,
  createLocalReq,
  type Endpoint,
  Forbidden,
  type PayloadHandler,
  type PayloadRequest,
} from 'payload'

import { isAdminRequest } from '../../access/isAdmin'
import { mayDo } from '../../access/mayDo'
import { bulkLimit, bulkPartSize } from '../../src/accounts/admin/bulk/types'
import { listFilter } from '../../src/exports/listFilter'
import { readFields, refuseForeignOrigin } from '../../src/portal/endpoints/portalRequest'
import { isUuid } from '../../src/text/isUuid'

type OmitFirst<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never

/** What is done to one document; false where there was nothing to do. */
export type BulkOperation = (
  req: PayloadRequest,
  id: string,
  fields: Record<string, unknown>,
) => Promise<boolean>

/**
 * A call that does something to some documents, up to 100: `{ids}`. Each has a transaction of its own; what fails is counted and the
 * rest goes on. Administrators only.
 */
export function bulkEndpoint(name: string, operation: BulkOperation): Endpoint {
  return {
    handler: forAdmins(async (req) => {
      const fields = await readFields(req)
      const ids = idsOf(fields.ids, bulkPartSize)
      const counts = { done: 0, failed: 0, skipped: 0 }
      for (const id of ids) {
        const own = await createLocalReq(
          { req: { headers: req.headers }, user: req.user ?? undefined },
          req.payload,
        )
        try {
          counts[(await operation(own, id, fields)) ? 'done' : 'skipped'] += 1
        } catch (err) {
          if (err instanceof APIError && err.status === 400) throw err
          req.payload.logger.error({ err, id, msg: `Bulk action ${name} failed` })
          counts.failed += 1
        }
      }
      return Response.json(counts)
    }),
    method: 'post',
    path: `/bulk/${name}`,
  }
}

/** A call of administrators from this site. */
export function forAdmins(handler: PayloadHandler): PayloadHandler {
  return async (req) => {
    refuseForeignOrigin(req)
    if (!isAdminRequest(req)) throw new Forbidden(req.t)
    return handler(req)
  }
}

/**
 * Refuses what the access of the collection that it is about does not let this administrator do.
 *
 * @param id of the document; left out where it is about all of them
 * @throws Forbidden
 */
export async function requireAccess(
  req: PayloadRequest,
  ...[slug, operation, id]: OmitFirst<Parameters<typeof mayDo>>
): Promise<void> {
  if (!(await mayDo(req, slug, operation, id))) throw new Forbidden(req.t)
}

/**
 * The ids of a list as it is filtered, or those that were ticked: what the query says.
 *
 * @throws APIError 400 where they are too many
 */
export async function selectedIds(
  req: PayloadRequest,
  collection: CollectionSlug,
): Promise<string[]> {
  const { docs, totalDocs } = await req.payload.find({
    collection,
    context: { withoutFigures: true },
    depth: 0,
    limit: bulkLimit,
    overrideAccess: false,
    req,
    select: {},
    where: listFilter(req, collection),
  })
  if (totalDocs > bulkLimit) {
    throw new APIError('These are more than 10,000. Filter the list first.', 400, null, true)
  }
  return docs.map(({ id }) => String(id))
}

/**
 * Ids of a body.
 *
 * @throws APIError 400 for anything else than 1 to `most` UUIDs
 */
export function idsOf(value: unknown, most: number): string[] {
  const isList = Array.isArray(value) && value.length > 0 && value.length <= most
  if (!isList || !value.every(isUuid)) {
    throw new APIError(`Send ids: 1 to ${most} of them.`, 400, null, true)
  }
  return value
}
