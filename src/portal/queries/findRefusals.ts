import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { executeKept } from '../../database/keptStatements'
import type { LicenseDetails } from './findLicense'

const most = 10
const days = 30

/** A call of client software for a licence that was refused. */
export type RefusalRow = {
  /** Address of the connection, which the caller cannot choose. */
  connectionIp: null | string
  /** Where the caller says it runs. */
  domain: null | string
  fingerprint: null | string
  id: string
  /** One of the API's codes; later ones may come. */
  reason: string
  when: string
}

/**
 * The latest refused calls for a licence within the last 30 days. Only those that named this very licence: who tried other codes from
 * the same place is not the customer's matter.
 *
 * @param license one that the customer has read; whose it is, is not asked again
 */
export async function findRefusals(
  req: PayloadRequest,
  license: Pick<LicenseDetails, 'id'>,
): Promise<RefusalRow[]> {
  const { rows } = await executeKept(
    req.payload.db.drizzle,
    sql`
    select id, reason, domain, fingerprint, connection_ip, created_at from failed_attempts
    where license_id = ${license.id} and created_at > now() - make_interval(days => ${days})
    order by created_at desc, id limit ${most}`,
  )
  return (rows as Row[]).map((row) => ({
    connectionIp: row.connection_ip || null,
    domain: row.domain,
    fingerprint: row.fingerprint,
    id: row.id,
    reason: row.reason,
    when: new Date(row.created_at).toISOString(),
  }))
}

type Row = {
  connection_ip: null | string
  created_at: string
  domain: null | string
  fingerprint: null | string
  id: string
  reason: string
}
