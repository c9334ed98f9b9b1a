import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { buildWhenStale } from './support/build'
import { ensureChromium } from './support/chromium'
import { CommandError, runCommand } from './support/fail'
import { root } from './support/paths'
import { runProgram } from './support/run'
import { type Counts, readPlaywrightReport, readVitestReport } from './support/testReports'

const reports = mkdtempSync(path.join(tmpdir(), 'license-manager-reports-'))

/** A tool of node_modules, by the file that Node runs. */
const tool = (file: string, ...args: string[]) =>
  runProgram(process.execPath, [path.join(root, 'node_modules', file), ...args])

const check = async (...run: Parameters<typeof tool>): Promise<Counts> =>
  (await tool(...run)) === 0 ? passed : failed

const passed: Counts = { failed: 0, passed: 1, skipped: 0 }
const failed: Counts = { failed: 1, passed: 0, skipped: 0 }

const stages: Record<string, () => Promise<Counts>> = {
  format: () => check('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  lint: () => check('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  types: async () => {
    await tool('next/dist/bin/next', 'typegen')
    return check('typescript/bin/tsc', '--noEmit')
  },
  unit: () => vitest('unit'),
  int: () => vitest('int'),
  timing: () => vitest('timing'),
  e2e: endToEnd,
}

let isInterrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    isInterrupted = true
  })
}

await runCommand(async () => {
  const total = { failed: 0, passed: 0, skipped: 0 }
  for (const name of chosenStages()) {
    console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`)
    const counts = await stages[name]?.().catch((error: unknown) => {
      console.error(error instanceof CommandError ? error.message : error)
      return failed
    })
    total.failed += counts?.failed ?? 0
    total.passed += counts?.passed ?? 0
    total.skipped += counts?.skipped ?? 0
    if (isInterrupted) break
  }
  rmSync(reports, { force: true, recursive: true })
  if (isInterrupted) throw new CommandError('The tests were interrupted.')
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exitCode = total.failed > 0 ? 1 : 0
})
process.exit()

function chosenStages(): string[] {
  const all = Object.keys(stages)
  const chosen = process.argv.slice(2)
  const unknown = chosen.find((name) => !all.includes(name))
  if (unknown)
    throw new CommandError(`There is no stage ${unknown}. The stages are: ${all.join(', ')}.`)
  return chosen.length > 0 ? chosen : all
}

async function vitest(project: string): Promise<Counts> {
  const report = path.join(reports, `${project}.json`)
  const status = await tool(
    'vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  return readVitestReport(report, status)
}

async function endToEnd(): Promise<Counts> {
  const report = path.join(reports, 'e2e.json')
  process.env.CHROMIUM_PATH = ensureChromium()
  await buildWhenStale()
  const status = await runProgram(
    process.execPath,
    [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  )
  return readPlaywrightReport(report, status)
}
