import type { Installation, LicensingSettings } from '../../../../src/licensing/types'

/** The settings as they are before anybody changes them. */
export const settings: LicensingSettings = {
  atLimit: 'refuse',
  caseInsensitiveCodes: true,
  developmentHosts: ['staging.*', 'dev.*'],
  freeDevelopmentHosts: false,
}

/** An installation of the client software. */
export function installationOn(domain: null | string, ip: null | string = null): Installation {
  return {
    clientName: null,
    domain,
    fingerprint: null,
    ip,
    url: domain === null ? null : `https://${domain}/`,
    userAgent: null,
  }
}
