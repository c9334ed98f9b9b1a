import { listActive } from './repository/activations'
import { findLicenseByCode } from './repository/licenses'
import { deriveStatus } from './status'
import type { License, LicenseStatus, LicensingSettings, Outcome, Queryable } from './types'

/**
 * The status of a licence and how many slots it uses, without activating it.
 *
 * @param args.licenseCode any text
 */
export async function checkLicense({
  db,
  licenseCode,
  now = new Date(),
  settings,
}: {
  db: Queryable
  licenseCode: string
  now?: Date
  settings: LicensingSettings
}): Promise<Outcome<{ activeCount: number; license: License; status: LicenseStatus }>> {
  const license = await findLicenseByCode(db, licenseCode, settings)
  if (!license) return { code: 'not_found', ok: false }
  const active = await listActive(db, license.id, settings.freeDevelopmentHosts)
  return { activeCount: active.length, license, ok: true, status: deriveStatus(license, now) }
}
