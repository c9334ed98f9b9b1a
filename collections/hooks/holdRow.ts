import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'

import { withoutFigures } from '../Customers/hooks/addFigures'
import { transactionOf } from '../transaction'
import { asReadingNothing } from '../../src/database/isReadAsStored'
import { slugOf } from '../../src/slugs/slugOf'

type Args = { id?: string; overrideAccess?: boolean; where?: Where }
type AuthSlug = 'customers' | 'users'

const writing = ['refresh', 'update', 'updateByID']

/**
 * Payload writes a row back as it read it, sessions and all. An update of one account or of many, and a renewed token, therefore hold
 * the rows from before they are read: a password, an address or a session that changes at the same moment is neither lost nor overwritten.
 *
 * @param slug an auth collection by the name of its table
 */
export const holdRow = (slug: AuthSlug): CollectionBeforeOperationHook =>
  asReadingNothing(async ({ args, operation, req }) => {
    if (!writing.includes(operation) || !req.transactionID) return args
    const ids = operation === 'refresh' ? ownId(slug, req) : await idsOf(slug, args as Args, req)
    if (ids.length === 0) return args
    const db = await transactionOf(req)
    // In one order, so that two updates of many do not wait for each other.
    await db.execute(sql`
      select id from ${sql.identifier(slug)} where id = any(${sql.param(ids)}::uuid[])
      order by id for update`)
    return args
  })

function ownId(slug: AuthSlug, { user }: PayloadRequest): string[] {
  return user?.collection === slugOf(slug) ? [String(user.id)] : []
}

/** Whom an update is about. What a query may not ask for is refused here as it is by the update itself. */
async function idsOf(
  slug: AuthSlug,
  { id, overrideAccess = false, where }: Args,
  req: PayloadRequest,
): Promise<string[]> {
  // Another id is Payload's to refuse.
  if (id !== undefined) return isUuid(id) ? [id] : []
  if (!where) return []
  const { docs } = await req.payload.find({
    collection: slugOf(slug),
    context: { [withoutFigures]: true },
    depth: 0,
    limit: 0,
    overrideAccess,
    pagination: false,
    req,
    select: {},
    where,
  })
  return docs.map((doc) => String(doc.id))
}

function isUuid(id: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(String(id))
}
