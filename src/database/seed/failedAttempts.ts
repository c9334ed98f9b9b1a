import type { PayloadRequest } from 'payload'

import type { RefusalCode } from '../../licensing/types'
import type { SeededLicense } from './licenses'
import { between, pick, type Random } from './random'
import { daysAgo } from './time'

const total = 90
const oldestDays = 60
const reasons: readonly RefusalCode[] = [
  'not_found',
  'not_found',
  'not_found',
  'limit_reached',
  'limit_reached',
  'expired',
  'expired',
  'domain_not_allowed',
  'blocked',
]

/** Records refused calls of client software over the last two months, more of them lately. */
export async function seedFailedAttempts(
  req: PayloadRequest,
  random: Random,
  licenses: SeededLicense[],
): Promise<void> {
  for (let index = 0; index < total; index += 1) {
    const { domain, license, product } = pick(random, licenses)
    const reason = pick(random, reasons)
    const moment = daysAgo(oldestDays * random() ** 1.5)
    const ip = `198.51.100.${between(random, 1, 254)}`
    // Straight into the database: no request may create them, and these are history.
    await req.payload.db.create({
      collection: 'failed-attempts',
      data: {
        action: pick(random, ['activate', 'verify'] as const),
        connectionIp: ip,
        createdAt: moment,
        domain,
        ip,
        license: reason === 'not_found' ? null : license.id,
        licenseCode: reason === 'not_found' ? `TRIAL-${between(random, 1000, 9999)}` : license.code,
        productReferenceId: product.referenceId,
        reason,
        url: `https://${domain}`,
      },
      req,
    })
  }
}
