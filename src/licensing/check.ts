import { listActive } from './repository/activations'
import { findLicenseByCode } from './repository/licenses'
import { deriveStatus } from './status'
import { validateStanding } from './validate'
import type {
  License,
  LicenseStatus,
  LicensingSettings,
  Outcome,
  Queryable,
  RefusalCode,
} from './types'

/**
 * The status of a licence and how many slots it uses, without activating it; and why nobody could use it now, if so.
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
}): Promise<
  Outcome<{
    activeCount: number
    license: License
    refusal: null | RefusalCode
    status: LicenseStatus
  }>
> {
  const license = await findLicenseByCode(db, licenseCode, settings)
  if (!license) return { code: 'not_found', ok: false }
  const active = await listActive(db, license.id, settings.freeDevelopmentHosts)
  return {
    activeCount: active.length,
    license,
    ok: true,
    refusal: validateStanding(license, now),
    status: deriveStatus(license, now),
  }
}
