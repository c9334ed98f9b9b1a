import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, it } from 'vitest'

import { badDays } from '../../../scripts/support/badDays'

it('npm run test:faults runs what the table of bad days names, and no file that there is not', () => {
  const document = readFileSync('docs/reliability.md', 'utf8')
  const table = document.slice(document.indexOf('## Bad days'), document.indexOf('## Figures'))
  // The last row is what `npm run test:fuzz` runs.
  const named = [...table.matchAll(/`([\w./-]+\.(?:test|spec)\.ts)`/g)]
    .map(([, file = '']) => path.basename(file))
    .filter((file) => !file.endsWith('.fuzz.spec.ts'))
  expect(named.length).toBeGreaterThan(10)
  const run = [...badDays.e2e, ...badDays.int, ...badDays.timing]
  expect(run.filter((file) => !existsSync(file))).toEqual([])
  const known = [...run.map((file) => path.basename(file)), 'database.test.ts', 'killedApp.test.ts']
  expect(named.filter((file) => !known.includes(file))).toEqual([])
  expect(known.filter((file) => !named.includes(file))).toEqual([])
})
