import type { SanitizedConfig } from 'payload'

/** What `buildConfig` gives. */
export type AppConfig = Promise<SanitizedConfig> | SanitizedConfig

// One for the process: bundlers make copies of a module.
const key = Symbol.for('payload-license-manager.app-config')
const registry = globalThis as { [key]?: AppConfig }

/** Tells the portal whose it is, from a route file of the host's. In development, the file is run again when the configuration changes. */
export function registerConfig(config: AppConfig): void {
  registry[key] = config
}

/** Tells the portal so once Payload runs. What a route file has told stays: Payload may begin with an older one. */
export function registerRunningConfig(config: AppConfig): void {
  registry[key] ??= config
}

/**
 * The configuration of the app that the package is installed in.
 *
 * @throws Error where nothing has told it
 */
export function registeredConfig(): AppConfig {
  const config = registry[key]
  if (config) return config
  throw new Error(
    'payload-license-manager: the portal does not know its configuration. Every route file of it calls licensePortal(config), and that of its pages hands ' +
      'it a server action; an app that is built by webpack needs withLicenseManager in next.config.ts.',
  )
}
