import type { Setting } from '../../payload-types'
import type { LicensingSettings } from '../../src/licensing/types'

/** The settings that the licensing rules depend on, with their defaults where nothing was saved yet. */
export function licensingSettings(settings: Setting): LicensingSettings {
  return {
    atLimit: settings.atLimit,
    caseInsensitiveCodes: settings.caseInsensitiveCodes !== false,
    developmentHosts: settings.developmentHosts ?? [],
    freeDevelopmentHosts: settings.freeDevelopmentHosts === true,
  }
}
