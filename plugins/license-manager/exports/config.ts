import type { SanitizedConfig } from 'payload'

/** Nothing: `withLicenseManager` has a bundler put the host's Payload configuration in the place of this module. */
const config = null as null | Promise<SanitizedConfig>

export default config
