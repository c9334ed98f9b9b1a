import type { SanitizedConfig } from 'payload'

import type { Extensions } from './types'

const none: Extensions = {
  hooks: {},
  isLicensingApiOn: true,
  isPortalOn: true,
  mails: {},
  portal: { components: {}, logo: null, navLinks: [], theme: {} },
}

/** What the app extends and switches off, by the options of the plugin. */
export function extensionsOf({ custom }: Pick<SanitizedConfig, 'custom'>): Extensions {
  const { licenseManager } = (custom ?? {}) as { licenseManager?: Partial<Extensions> }
  return { ...none, ...licenseManager, portal: licenseManager?.portal ?? none.portal }
}
