import named from 'payload-license-manager/config'
import { type AppConfig, registeredConfig } from './registeredConfig'

/**
 * The Payload configuration of the app that the package is installed in: what a bundler's alias names, else what a route file told. The built
 * package has this module in the place of `src/portal/session/appConfig.ts`.
 *
 * @throws Error where neither is there
 */
export function appConfig(): AppConfig {
  return named ?? registeredConfig()
}
