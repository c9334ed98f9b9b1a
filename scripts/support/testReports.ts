import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** How many tests ended how. */
export type Counts = { failed: number; passed: number; skipped: number }

/** The counts of a run, and what failed in it: a line or two each, for the end of a long output. */
export type Outcome = Counts & { failures: string[] }

/** How a run ended: the exit code and the last of its output. */
export type Ended = { end: string; status: number }

const shownLines = 60

type VitestReport = {
  numFailedTests: number
  numPassedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    assertionResults: { failureMessages?: string[]; fullName?: string; status: string }[]
    message?: string
    name?: string
    status: string
  }[]
}

type PlaywrightSuite = {
  specs?: {
    file: string
    line: number
    tests: { projectName: string; results: { error?: { message?: string } }[]; status: string }[]
    title: string
  }[]
  suites?: PlaywrightSuite[]
}

type PlaywrightReport = {
  errors?: { message?: string }[]
  suites?: PlaywrightSuite[]
  stats: { expected: number; flaky: number; skipped: number; unexpected: number }
}

/** The counts of a vitest run. A file that could not be loaded or set up counts as a failure, as does a run without a test. */
export function readVitestReport(reportFile: string, ended: Ended): Outcome {
  const report = readReport<VitestReport>(reportFile)
  const broken = (report?.testResults ?? []).filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  const counts = {
    failed: (report?.numFailedTests ?? 0) + broken.length,
    passed: report?.numPassedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
  const failures = (report?.testResults ?? []).flatMap((file) => {
    const tests = file.assertionResults.filter(({ status }) => status === 'failed')
    if (tests.length === 0 && file.status === 'failed')
      return [describeFailure(file.name, 'did not load', file.message)]
    return tests.map((test) => describeFailure(file.name, test.fullName, test.failureMessages?.[0]))
  })
  return withCrash(counts, failures, ended)
}

/** The counts of a Playwright run; the same holds. A test that passed when it was tried again passed: its list names it as flaky. */
export function readPlaywrightReport(file: string, ended: Ended): Outcome {
  const report = readReport<PlaywrightReport>(file)
  const stats = report?.stats
  const counts = {
    failed: stats?.unexpected ?? 0,
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  }
  const failures = [
    ...(report?.suites ?? []).flatMap(failuresOf),
    ...(report?.errors ?? []).map(({ message }) => describeFailure('', 'The run', message)),
  ]
  return withCrash(counts, failures, ended)
}

function failuresOf(suite: PlaywrightSuite): string[] {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) =>
        describeFailure(
          `${spec.file}:${spec.line}`,
          `[${projectName}] ${spec.title}`,
          results.at(-1)?.error?.message,
        ),
      ),
  )
  return [...own, ...(suite.suites ?? []).flatMap(failuresOf)]
}

/** Where, what, and the first lines of why. */
function describeFailure(file = '', title = '', message = ''): string {
  const place = file && path.isAbsolute(file) ? path.relative(process.cwd(), file) : file
  const why = stripVTControlCharacters(message).split('\n').slice(0, 3).join('\n    ')
  return `${[place, title].filter(Boolean).join(' › ')}\n    ${why}`.trimEnd()
}

function withCrash(counts: Counts, failures: string[], { end, status }: Ended): Outcome {
  const hasCrashed = counts.failed === 0 && (status !== 0 || counts.passed === 0)
  if (!hasCrashed) return { ...counts, failures }
  const lines = stripVTControlCharacters(end).trimEnd().split('\n').slice(-shownLines)
  const why = `No test failed, but the run did (exit ${status}). It ended so:\n    ${lines.join('\n    ')}`
  return { ...counts, failed: 1, failures: failures.length > 0 ? failures : [why] }
}

/** What a run wrote, or null where it wrote nothing that can be read. */
function readReport<T>(file: string): null | Partial<T> {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as null | Partial<T>
  } catch {
    return null
  }
}
