import DataLoader from 'dataloader'

import { sql } from '@payloadcms/db-postgres/drizzle'

import { executeKept } from '../../database/keptStatements'
import type { Activation, License, Queryable } from '../types'
import { toActivation } from './activations'
import { licenseColumnsText, toLicense } from './licenses'
import { createPreparedQuery, type Pool } from './prepared'
import { isUuid } from '../../text/isUuid'

/** An activation and the licence that it is of. */
export type ActivationWithLicense = { activation: Activation; license: License }

/** Finds activations with their licences by any texts: what is not a UUID names nothing. */
export type FindActivation = (id: string) => Promise<ActivationWithLicense | null>

const mostUnderWay = 4

/**
 * Finds activations one by one as they are asked for, but asks the database for many at once: what comes while some questions are under
 * way goes into the next. Under load that is what every verification costs least. Nothing is remembered.
 */
export function createActivationFinder(pool: Pool): FindActivation {
  const find = createPreparedQuery(pool, queryOf('$1'))
  let sendNext: (() => void) | null = null
  let underWay = 0
  const loader = new DataLoader<string, ActivationWithLicense | null>(
    async (ids) => {
      try {
        return inOrder(ids, await find([[...new Set(ids)]]))
      } finally {
        if (sendNext) setImmediate(sendNext)
        else underWay -= 1
        sendNext = null
      }
    },
    {
      batchScheduleFn: (send) => {
        if (underWay >= mostUnderWay) {
          sendNext = send
          return
        }
        underWay += 1
        // What came in the same turn of the event loop is answered together.
        setImmediate(send)
      },
      cache: false,
    },
  )
  return (id) => (isUuid(id) ? loader.load(id.toLowerCase()) : Promise.resolve(null))
}

/** The activation with this id, its licence and its product, in one query. */
export async function findActivationWithLicense(
  db: Queryable,
  id: string,
): Promise<ActivationWithLicense | null> {
  if (!isUuid(id)) return null
  const [before = '', after = ''] = queryOf('|').split('|')
  const { rows } = await executeKept(db, sql`${sql.raw(before)}${sql.param([id])}${sql.raw(after)}`)
  const [found = null] = inOrder([id.toLowerCase()], rows)
  return found
}

function inOrder(
  ids: readonly string[],
  rows: Record<string, unknown>[],
): (ActivationWithLicense | null)[] {
  const found = new Map(rows.map(({ found: row }) => [(row as Found).activation_id, row as Found]))
  return ids.map((id) => {
    const row = found.get(id)
    return row ? { activation: toActivation(ownOf(row)), license: toLicense(row) } : null
  })
}

/**
 * The array is selected so that PostgreSQL plans without looking at it: such a plan is as good as any other, and can be kept. Each row comes as
 * one JSON object: to describe and read 31 columns costs the server more time.
 */
function queryOf(ids: string): string {
  return `select row_to_json(one) as found from (
    select ${licenseColumnsText}, a.id as activation_id, a.is_valid as activation_is_valid, a.license_id, a.name, a.client_name,
      a.domain, a.fingerprint, a.ip, a.environment, a.is_active, a.activated_at, a.last_seen_at
    from activations a join licenses l on l.id = a.license_id join products p on p.id = l.product_id
    where a.id = any((select ${ids}::uuid[])::uuid[])) one`
}

type Found = { activation_id: string } & Record<string, unknown>

/** The columns whose names a licence has as well are named apart. */
function ownOf(row: Record<string, unknown>): Record<string, unknown> {
  return { ...row, id: row.activation_id, is_valid: row.activation_is_valid }
}
