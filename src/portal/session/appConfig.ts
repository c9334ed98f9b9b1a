import config from '@payload-config'
import type { SanitizedConfig } from 'payload'

/** This app's Payload configuration. In the package, `plugins/license-manager/portal/appConfig.ts` stands here: it knows the host's. */
export function appConfig(): Promise<SanitizedConfig> {
  return config
}
