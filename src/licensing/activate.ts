import { environmentOf } from './environment'
import { findInstallation, isKnownDevice, listActive } from './repository/activations'
import {
  bindDomain,
  endActivation,
  insertActivation,
  refreshActivation,
} from './repository/activationWrites'
import { findLicenseId, lockLicense, startValidity } from './repository/licenses'
import { inTransaction } from './repository/transaction'
import { isUsedUp, readSlots, takesSlot } from './slots'
import type {
  Activation,
  Database,
  Installation,
  License,
  LicensingSettings,
  Outcome,
  Queryable,
  RefusalCode,
} from './types'
import { validateLicense } from './validate'

const dayMs = 24 * 60 * 60 * 1000

export type ActivateArgs = {
  /** A further rule, asked in the transaction when ours passed and a slot would be taken. */
  beforeTakingSlot?: (args: {
    db: Queryable
    installation: Installation
    license: License
  }) => Promise<null | RefusalCode>
  db: Database
  installation: Installation
  licenseCode: string
  now?: Date
  productReferenceId: string
  settings: LicensingSettings
}

/**
 * Activates a licence for an installation. An installation that is active already keeps its activation and takes no second
 * slot; one that is active by its domain keeps it as well when it begins to say which device it is on. The licence's row is locked while slots are counted, so that no number of callers gets more than the limit.
 *
 * @param args.installation normalised; one without a domain is told apart by its address
 * @returns the activation, or why the licence is refused; `limit_reached` says in `atLimit` which installations are active
 * @throws the database's error when the lock takes too long
 */
export async function activate({
  beforeTakingSlot,
  db,
  installation,
  licenseCode,
  now = new Date(),
  productReferenceId,
  settings,
}: ActivateArgs): Promise<Activated> {
  const id = await findLicenseId(db, licenseCode, productReferenceId, settings)
  if (id === null) return { code: 'not_found', ok: false }
  return inTransaction(db, async (transaction) => {
    const license = await lockLicense(transaction, id)
    if (license?.product.referenceId !== productReferenceId) return { code: 'not_found', ok: false }
    const { active, earlier, isRefused } = await findStanding(transaction, license.id, installation)
    if (isRefused) return { code: 'blocked', license, ok: false }
    const refusal = validateLicense(license, installation, now)
    if (refusal) return { code: refusal, license, ok: false }
    if (active && earlier) await bindDomain(transaction, license.id, installation)
    const refreshed = active && (await refreshActivation(transaction, active.id, installation, now))
    if (refreshed) return { activation: refreshed, license, ok: true, replaced: [] }
    const hosts = await beforeTakingSlot?.({ db: transaction, installation, license })
    if (hosts) return { code: hosts, license, ok: false }
    return takeSlot({ earlier, installation, license, now, settings, transaction })
  })
}

/**
 * What stands for or against an installation. A device that the licence has not seen yet goes by what there is of its domain and of no device:
 * it is software that begins to say where it is.
 */
async function findStanding(transaction: Queryable, licenseId: string, installation: Installation) {
  const own = await findInstallation(transaction, licenseId, installation)
  const { domain, fingerprint } = installation
  const isNew =
    fingerprint !== null &&
    domain !== null &&
    !own.active &&
    !(await isKnownDevice(transaction, licenseId, fingerprint))
  if (!isNew) return { ...own, earlier: null }
  const earlier = { ...installation, fingerprint: null }
  return { ...(await findInstallation(transaction, licenseId, earlier)), earlier }
}

type Activated = Outcome<{
  activation: Activation
  license: License
  /** The activations that were ended to make room, by their ids. */
  replaced: string[]
}>

type TakeSlotArgs = {
  /** What the installation was told apart by before it named its device. */
  earlier: Installation | null
  installation: Installation
  license: License
  now: Date
  settings: LicensingSettings
  transaction: Queryable
}

async function takeSlot({
  earlier,
  installation,
  license,
  now,
  settings,
  transaction,
}: TakeSlotArgs): Promise<Activated> {
  const replaced: string[] = []
  const names = earlier ? [installation, earlier] : [installation]
  const environment = environmentOf(installation.domain, settings.developmentHosts)
  if (takesSlot(environment, settings)) {
    if (await isUsedUp(transaction, license, names, settings)) {
      const active = await listActive(transaction, license.id, settings.freeDevelopmentHosts)
      return {
        atLimit: { canFree: false, installations: active },
        code: 'limit_reached',
        license,
        ok: false,
      }
    }
    const { holders, surplus } = await readSlots(transaction, license, settings)
    const canReplace = settings.atLimit === 'replaceOldest' && surplus <= holders.length
    if (surplus > 0 && !canReplace) {
      return {
        atLimit: { canFree: true, installations: holders },
        code: 'limit_reached',
        license,
        ok: false,
      }
    }
    for (const { id } of holders.slice(0, surplus)) {
      if (await endActivation(transaction, id, 'system', now)) replaced.push(id)
    }
  }
  const started = await startExpiry(transaction, license, now)
  if (earlier) await bindDomain(transaction, license.id, installation)
  const activation = await insertActivation(transaction, started, installation, environment, now)
  return { activation, license: started, ok: true, replaced }
}

/** A validity counted in days begins with the first activation, unless an end is set already. */
async function startExpiry(transaction: Queryable, license: License, now: Date): Promise<License> {
  if (license.expirationDays === null || license.expiresAt !== null) return license
  const expiresAt = new Date(now.getTime() + license.expirationDays * dayMs)
  await startValidity(transaction, license.id, expiresAt, now)
  return { ...license, expiresAt }
}
