import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const root = path.dirname(fileURLToPath(import.meta.url))

const alias = {
  '@payload-config': path.join(root, 'payload.config.ts'),
  // Next resolves it by itself; its own package refuses to be loaded anywhere else.
  'server-only': path.join(root, 'tests/support/empty.ts'),
}

const onDatabase: NonNullable<TestProjectInlineConfiguration['test']> = {
  environment: 'node',
  fileParallelism: true,
  globalSetup: ['tests/support/database.ts'],
  hookTimeout: 60_000,
  pool: 'forks',
  testTimeout: 60_000,
}

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          environment: 'node',
          // Long enough for a busy machine: what they load is much, what they do is little.
          hookTimeout: 60_000,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          isolate: false,
          name: 'unit',
          setupFiles: ['tests/support/fresh.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          ...onDatabase,
          exclude: ['**/*.timing.test.ts', 'tests/int/faults/**'],
          include: ['tests/int/**/*.test.ts'],
          isolate: false,
          // Most of their time they wait: for mails, for answers that are held back, for PostgreSQL.
          maxWorkers: 5,
          name: 'int',
          // After the unit tests, which run with other workers.
          sequence: { groupOrder: 1 },
          setupFiles: ['tests/support/fresh.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          ...onDatabase,
          include: ['tests/int/faults/**/*.test.ts'],
          maxWorkers: 1,
          // They kill what they run on. `npm run test:faults` is their long form.
          name: 'faults',
          sequence: { groupOrder: 3 },
        },
      },
      {
        resolve: { alias },
        test: {
          ...onDatabase,
          include: ['tests/int/**/*.timing.test.ts'],
          maxWorkers: 1,
          name: 'timing',
          // They compare times: nothing else runs beside them, and what a busy machine did does not happen three times.
          retry: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
