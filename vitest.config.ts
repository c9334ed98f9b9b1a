import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const root = path.dirname(fileURLToPath(import.meta.url))

const alias = {
  '@payload-config': path.join(root, 'payload.config.ts'),
  // Next resolves it by itself; its own package refuses to be loaded anywhere else.
  'server-only': path.join(root, 'tests/support/empty.ts'),
}

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { environment: 'node', include: ['tests/unit/**/*.test.{ts,tsx}'], name: 'unit' },
      },
      {
        resolve: { alias },
        test: {
          environment: 'node',
          fileParallelism: true,
          globalSetup: ['tests/support/database.ts'],
          hookTimeout: 60_000,
          include: ['tests/int/**/*.test.ts'],
          maxWorkers: 2,
          name: 'int',
          // After the unit tests, which run with other workers.
          sequence: { groupOrder: 1 },
          pool: 'forks',
          testTimeout: 60_000,
        },
      },
    ],
  },
})
