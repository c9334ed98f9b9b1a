import type { SanitizedConfig } from 'payload'
import { beforeEach, expect, it, vi } from 'vitest'

const key = Symbol.for('payload-license-manager.app-config')
const load = () => import('../../../plugins/license-manager/portal/registeredConfig')
const config = (serverURL: string) => Promise.resolve({ serverURL } as SanitizedConfig)

beforeEach(() => {
  Reflect.deleteProperty(globalThis, key)
  vi.resetModules()
})

it('is known to every copy of the module that a bundler makes', async () => {
  const told = config('https://shop.example.com')
  const one = await load()
  one.registerConfig(told)
  vi.resetModules()
  const other = await load()
  expect(other.registerConfig).not.toBe(one.registerConfig)
  expect(other.registeredConfig()).toBe(told)
})

it('is the newest of the route files: in development they are run again with what has changed', async () => {
  const { registerConfig, registeredConfig } = await load()
  registerConfig(config('https://old.example.com'))
  const changed = config('https://new.example.com')
  registerConfig(changed)
  expect(registeredConfig()).toBe(changed)
})

it('is that of a running Payload where no route file was run', async () => {
  const { registerConfig, registeredConfig, registerRunningConfig } = await load()
  const running = config('https://shop.example.com')
  registerRunningConfig(running)
  expect(registeredConfig()).toBe(running)
  const told = config('https://new.example.com')
  registerConfig(told)
  registerRunningConfig(running)
  expect(registeredConfig()).toBe(told)
})

it('says what to do where nothing has told it', async () => {
  const { registeredConfig } = await load()
  expect(() => registeredConfig()).toThrow(/licensePortal\(config\).*withLicenseManager/)
})
