import { licensingSettings } from '../../../collections/Settings/licensingSettings'
import { findActivationById } from '../../licensing/repository/activations'
import { findLicenseByCode, findLicenseById } from '../../licensing/repository/licenses'
import type { License } from '../../licensing/types'
import type { ApiContext } from '../types'

/** How a call names a licence: by the activation in its token, null where that is forged or none was sent, or by code. */
export type NamedLicense = { activationId?: null | string; licenseCode: null | string }

/** The licence that a call names, whoever calls and whatever state it is in. */
export async function findNamedLicense(
  context: ApiContext,
  { activationId = null, licenseCode }: NamedLicense,
): Promise<License | null> {
  const { db, settings } = context.get('services')
  if (licenseCode) return findLicenseByCode(db, licenseCode, licensingSettings(await settings()))
  const activation = activationId === null ? null : await findActivationById(db, activationId)
  return activation && findLicenseById(db, activation.licenseId)
}
