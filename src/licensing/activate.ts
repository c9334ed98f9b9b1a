import { environmentOf } from './environment'
import {
  endActivation,
  findActiveOf,
  insertActivation,
  isInstallationRefused,
  refreshActivation,
} from './repository/activations'
import { findLicenseByCode, lockLicense, startValidity } from './repository/licenses'
import { readSlots, takesSlot } from './slots'
import type {
  Activation,
  Database,
  Installation,
  License,
  LicensingSettings,
  Outcome,
  Queryable,
} from './types'
import { validateLicense } from './validate'

const dayMs = 24 * 60 * 60 * 1000

export type ActivateArgs = {
  db: Database
  installation: Installation
  licenseCode: string
  now?: Date
  productReferenceId: string
  settings: LicensingSettings
}

/**
 * Activates a licence for an installation. An installation that is active already keeps its activation and takes no second
 * slot. The licence's row is locked while slots are counted, so that no number of callers gets more than the limit.
 */
export async function activate({
  db,
  installation,
  licenseCode,
  now = new Date(),
  productReferenceId,
  settings,
}: ActivateArgs): Promise<Outcome<{ activation: Activation; license: License }>> {
  const found = await findLicenseByCode(db, licenseCode, settings)
  if (found?.product.referenceId !== productReferenceId) return { code: 'not_found', ok: false }
  return db.transaction(async (transaction) => {
    const license = await lockLicense(transaction, found.id)
    if (!license) return { code: 'not_found', ok: false }
    const refusal = validateLicense(license, installation, now)
    if (refusal) return { code: refusal, license, ok: false }
    if (await isInstallationRefused(transaction, license.id, installation)) {
      return { code: 'blocked', license, ok: false }
    }
    const active = await findActiveOf(transaction, license.id, installation)
    if (active) {
      await refreshActivation(transaction, active.id, installation, now)
      return { activation: { ...active, lastSeenAt: now }, license, ok: true }
    }
    return takeSlot({ installation, license, now, settings, transaction })
  })
}

type TakeSlotArgs = {
  installation: Installation
  license: License
  now: Date
  settings: LicensingSettings
  transaction: Queryable
}

async function takeSlot({
  installation,
  license,
  now,
  settings,
  transaction,
}: TakeSlotArgs): Promise<Outcome<{ activation: Activation; license: License }>> {
  const environment = environmentOf(installation.domain, settings.developmentHosts)
  if (takesSlot(environment, settings)) {
    const { holders, isUsedUp, surplus } = await readSlots(transaction, license, settings)
    if (isUsedUp || (surplus > 0 && settings.atLimit === 'refuse')) {
      return { activeInstallations: holders, code: 'limit_reached', license, ok: false }
    }
    for (const { id } of holders.slice(0, surplus)) {
      await endActivation(transaction, id, 'system', now)
    }
  }
  if (license.expirationDays !== null && license.expiresAt === null) {
    license.expiresAt = new Date(now.getTime() + license.expirationDays * dayMs)
    await startValidity(transaction, license.id, license.expiresAt)
  }
  const activation = await insertActivation(transaction, license, installation, environment, now)
  return { activation, license, ok: true }
}
