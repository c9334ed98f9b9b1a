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

it('stays what it was told at first: a route file and a running Payload tell the same', async () => {
  const { registerConfig, registeredConfig } = await load()
  const told = config('https://shop.example.com')
  registerConfig(told)
  registerConfig(config('https://elsewhere.example.com'))
  expect(registeredConfig()).toBe(told)
})

it('says what to do where nothing has told it', async () => {
  const { registeredConfig } = await load()
  expect(() => registeredConfig()).toThrow(/licensePortal\(config\).*withLicenseManager/)
})
