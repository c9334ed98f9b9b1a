import type { PayloadRequest } from 'payload'

import type { License } from '../../../payload-types'
import { findOwn } from './findOwn'

/** Up to this many are read and looked through here, by one question to the database in place of several. */
const few = 100

/** What the dashboard reads of a licence. */
export const dashboardColumns = {
  code: true,
  expiresAt: true,
  isValid: true,
  product: true,
} as const

/** What the dashboard goes by. */
export type FewLicense = Pick<License, 'id' | keyof typeof dashboardColumns>

/** Read once per request, whatever asks for them. */
const licensesOf = new WeakMap<PayloadRequest, Promise<FewLicense[] | null>>()

/**
 * All of the customer's licences.
 *
 * @returns null where they are many, so that they have to be asked for with a filter
 */
export function fewLicenses(req: PayloadRequest): Promise<FewLicense[] | null> {
  const licenses = licensesOf.get(req) ?? read(req)
  licensesOf.set(req, licenses)
  return licenses
}

async function read(req: PayloadRequest): Promise<FewLicense[] | null> {
  const { docs } = await findOwn(req, 'licenses', { limit: few + 1, select: dashboardColumns })
  return docs.length > few ? null : docs
}
