import { vi } from 'vitest'

/*
 * Test files share a process, in which Payload and the other packages are loaded once: a file by itself spends
 * longer on loading them than on its tests. Before each file everything of ours is as in a new process. What packages remember
 * stays: Payload its translations by language, for one.
 */
vi.resetModules()
vi.unstubAllEnvs()
vi.unstubAllGlobals()
vi.useRealTimers()
restoreEnvironment()
forgetShared()

/** The environment is what it was before the first file. */
function restoreEnvironment(): void {
  const key = Symbol.for('license-manager.tests.environment')
  const shared = globalThis as { [key]?: NodeJS.ProcessEnv }
  const initial = (shared[key] ??= { ...process.env })
  for (const name of Object.keys(process.env)) if (!(name in initial)) delete process.env[name]
  Object.assign(process.env, initial)
}

/** What copies of our modules share by the global object. */
function forgetShared(): void {
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    const name = Symbol.keyFor(key)
    if (/^(payload-)?license-manager\.(?!tests)/.test(name ?? ''))
      Reflect.deleteProperty(globalThis, key)
  }
}
