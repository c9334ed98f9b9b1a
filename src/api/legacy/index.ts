import { legacyExternal } from './external'
import { legacyInternal } from './internal'

/** Every call of LicenseBox that is answered. */
export const legacyRoutes = [...legacyExternal, ...legacyInternal]
