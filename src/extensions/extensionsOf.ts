import type { SanitizedConfig } from 'payload'

import type { Extensions, PortalLook } from './types'

/** A portal that looks as the plugin makes it. */
export const usualLook: PortalLook = {
  components: {},
  hasMain: true,
  logo: null,
  navLinks: [],
  theme: {},
}

const none: Extensions = {
  customerFields: [],
  customerHooks: {},
  hooks: {},
  isLicensingApiOn: true,
  isPortalOn: true,
  mailLayout: null,
  mails: {},
  portal: usualLook,
}

/** What the app extends and switches off, by the options of the plugin. */
export function extensionsOf({ custom }: Pick<SanitizedConfig, 'custom'>): Extensions {
  const { licenseManager } = (custom ?? {}) as { licenseManager?: Extensions }
  return licenseManager ?? none
}
