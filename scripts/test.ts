import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { badDays } from './support/badDays'
import { buildWhenStale } from './support/build'
import { ensureChromium } from './support/chromium'
import { CommandError, runCommand } from './support/fail'
import { root } from './support/paths'
import { runProgram, runWithEnd } from './support/run'
import { type Outcome, readPlaywrightReport, readVitestReport } from './support/testReports'

const reports = mkdtempSync(path.join(tmpdir(), 'license-manager-reports-'))

/** A tool of node_modules, by the file that Node runs. */
const tool = (file: string, ...args: string[]) =>
  runProgram(process.execPath, [path.join(root, 'node_modules', file), ...args])

const toolWithEnd = (
  environment: Record<string, string>,
  file: string,
  ...args: string[]
): ReturnType<typeof runWithEnd> =>
  runWithEnd(process.execPath, [path.join(root, 'node_modules', file), ...args], environment)

const check = async (...run: Parameters<typeof tool>): Promise<Outcome> =>
  (await tool(...run)) === 0 ? passed : failed

const passed: Outcome = { failed: 0, failures: [], passed: 1, skipped: 0 }
const failed: Outcome = { failed: 1, failures: ['see its output above'], passed: 0, skipped: 0 }

const stages: Record<string, () => Promise<Outcome>> = {
  format: () => check('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  lint: async () => {
    await generateTypes()
    return check('eslint/bin/eslint.js', '.', '--max-warnings', '0')
  },
  types: async () => {
    await generateTypes()
    return check('typescript/bin/tsc', '--noEmit')
  },
  unit: () => vitest('unit'),
  int: () => vitest('int'),
  timing: () => vitest('timing'),
  e2e: endToEnd,
  faults: () => vitest('faults'),
  'faults-all': async () =>
    [
      await vitest('faults', { FAULTS: 'all' }),
      await vitest('int', {}, ...badDays.int),
      await vitest('timing', {}, ...badDays.timing),
      await playwright('faults-e2e', {}, ...badDays.e2e, '--project=portal', '--no-deps'),
    ].reduce(addUp),
  fuzz: async () => addUp(await vitest('int', allInputs, 'tests/int/fuzz'), await fuzzActions()),
}

const allInputs = { FUZZ_RUNS: process.env.FUZZ_RUNS ?? '10000' }

/** What takes long and is run when it is asked for. */
const onDemand = ['faults-all', 'fuzz']

/** What keeps one processor busy and needs nothing of the others runs beside them. */
const sideBySide = ['format', 'lint', 'types']

let generated: Promise<number> | undefined
const generateTypes = () => (generated ??= tool('next/dist/bin/next', 'typegen'))

let isInterrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    isInterrupted = true
  })
}

await runCommand(async () => {
  const total = { failed: 0, passed: 0, skipped: 0 }
  const failures: string[] = []
  for (const names of groupsOf(chosenStages())) {
    const title = names.join(', ')
    console.log(`\n── ${title} ${'─'.repeat(60 - title.length)}`)
    for (const [name, outcome] of await runTogether(names)) {
      total.failed += outcome.failed
      total.passed += outcome.passed
      total.skipped += outcome.skipped
      failures.push(...outcome.failures.map((failure) => `${name} › ${failure}`))
    }
    if (isInterrupted) break
  }
  rmSync(reports, { force: true, recursive: true })
  if (isInterrupted) throw new CommandError('The tests were interrupted.')
  // Once more at the end: what is above is long, and often all but its end is lost.
  if (failures.length > 0) console.log(`\nFailed:\n  ${failures.join('\n  ')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exitCode = total.failed > 0 ? 1 : 0
})
process.exit()

/** The stages in their order, with those that run beside each other first and together. */
function groupsOf(names: string[]): string[][] {
  const together = names.filter((name) => sideBySide.includes(name))
  const others = names.filter((name) => !sideBySide.includes(name)).map((name) => [name])
  return together.length > 0 ? [together, ...others] : others
}

function runTogether(names: string[]): Promise<[string, Outcome][]> {
  return Promise.all(names.map(async (name): Promise<[string, Outcome]> => [name, await run(name)]))
}

async function run(name: string): Promise<Outcome> {
  try {
    return (await stages[name]?.()) ?? failed
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error)
    return failed
  }
}

function chosenStages(): string[] {
  const all = Object.keys(stages)
  const chosen = process.argv.slice(2)
  const unknown = chosen.find((name) => !all.includes(name))
  if (unknown)
    throw new CommandError(`There is no stage ${unknown}. The stages are: ${all.join(', ')}.`)
  return chosen.length > 0 ? chosen : all.filter((name) => !onDemand.includes(name))
}

async function vitest(
  project: string,
  environment: Record<string, string> = {},
  ...files: string[]
): Promise<Outcome> {
  const report = path.join(reports, `${project}.json`)
  const ended = await toolWithEnd(
    environment,
    'vitest/vitest.mjs',
    'run',
    ...files,
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  return readVitestReport(report, ended)
}

function endToEnd(): Promise<Outcome> {
  return playwright('e2e')
}

/** The server actions of the portal, of which only the build knows how they are called. */
function fuzzActions(): Promise<Outcome> {
  return playwright('fuzz', allInputs, 'actions.fuzz', '--project=portal', '--retries=0')
}

function addUp(one: Outcome, other: Outcome): Outcome {
  return {
    failed: one.failed + other.failed,
    failures: [...one.failures, ...other.failures],
    passed: one.passed + other.passed,
    skipped: one.skipped + other.skipped,
  }
}

async function playwright(
  name: string,
  environment: Record<string, string> = {},
  ...args: string[]
): Promise<Outcome> {
  const report = path.join(reports, `${name}.json`)
  process.env.CHROMIUM_PATH = ensureChromium()
  await buildWhenStale()
  const ended = await toolWithEnd(
    { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    '@playwright/test/cli.js',
    'test',
    ...args,
    '--reporter=list,json',
  )
  return readPlaywrightReport(report, ended)
}
