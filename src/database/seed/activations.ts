import type { PayloadRequest } from 'payload'

import type { SeededLicense } from './licenses'
import { between, pick, type Random } from './random'
import { daysAgo } from './time'

const hosts = ['', 'shop.', 'app.', 'portal.', 'intranet.', 'demo.', 'eu.', 'us.', 'beta.', 'crm.']
const agents: Record<string, readonly string[]> = {
  HARBOR: ['HarborBackup/1.1.0 Python/3.12.7', 'HarborBackup/1.0.0 Python/3.11.9'],
  LEDGERLINE: ['Ledgerline/3.4.1 PHP/8.3.14', 'Ledgerline/3.3.0 PHP/8.2.25'],
  TIDEPOOL: ['Tidepool/2.1.0 Node.js/22.11.0', 'Tidepool/1.8.0 Node.js/20.18.0'],
}
const longestHistory = 6

/** Creates activations over the last 12 months: active ones within each licence's limit, and ones that were ended. */
export async function seedActivations(
  req: PayloadRequest,
  random: Random,
  licenses: SeededLicense[],
): Promise<void> {
  for (const seeded of licenses) {
    const limit = seeded.license.parallelUses ?? hosts.length
    const active = between(random, 0, Math.min(limit, 4))
    const ended = between(random, 0, longestHistory - active)
    for (let index = 0; index < active + ended; index += 1) {
      await createActivation(req, random, seeded, hosts[index] as string, index < active)
    }
  }
}

async function createActivation(
  req: PayloadRequest,
  random: Random,
  { domain, license, product }: SeededLicense,
  host: string,
  isActive: boolean,
): Promise<void> {
  const oldest = Math.min(daysSince(license.createdAt), 355)
  const activatedDays = random() * oldest
  const endedDays = isActive ? null : random() * activatedDays
  // Straight into the database: no request may create activations, and these are history.
  await req.payload.db.create({
    collection: 'activations',
    data: {
      activatedAt: daysAgo(activatedDays),
      createdAt: daysAgo(activatedDays),
      customerId: license.customerId,
      deactivatedAt: endedDays === null ? null : daysAgo(endedDays),
      deactivatedBy: isActive ? null : pick(random, ['client', 'customer', 'admin'] as const),
      domain: `${host}${domain}`,
      environment: host === 'beta.' ? 'staging' : 'production',
      ip: `203.0.113.${between(random, 1, 254)}`,
      isActive,
      isValid: true,
      lastSeenAt: daysAgo(isActive ? random() * Math.min(activatedDays, 3) : (endedDays ?? 0)),
      license: license.id,
      licenseCode: license.code,
      product: product.id,
      url: `https://${host}${domain}`,
      userAgent: pick(random, agents[product.referenceId as string] ?? []),
    },
    req,
  })
}

function daysSince(moment: string): number {
  return (Date.now() - new Date(moment).getTime()) / (24 * 60 * 60 * 1000)
}
