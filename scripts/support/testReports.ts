import { existsSync, readFileSync } from 'node:fs'

/** How many tests ended how. */
export type Counts = { failed: number; passed: number; skipped: number }

type VitestReport = {
  numFailedTests: number
  numPassedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { assertionResults: { status: string }[]; status: string }[]
}

type PlaywrightReport = {
  stats: { expected: number; flaky: number; skipped: number; unexpected: number }
}

/** The counts of a vitest run. A file that could not be loaded or set up counts as a failure, as does a run without a test. */
export function readVitestReport(path: string, exitCode: number): Counts {
  const report = readReport<VitestReport>(path)
  const broken = (report?.testResults ?? []).filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  const counts = {
    failed: (report?.numFailedTests ?? 0) + broken.length,
    passed: report?.numPassedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
  return withCrash(counts, exitCode)
}

/** The counts of a Playwright run; the same holds. A test that passed when it was tried again passed: its list names it as flaky. */
export function readPlaywrightReport(file: string, exitCode: number): Counts {
  const stats = readReport<PlaywrightReport>(file)?.stats
  const counts = {
    failed: stats?.unexpected ?? 0,
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  }
  return withCrash(counts, exitCode)
}

function withCrash(counts: Counts, exitCode: number): Counts {
  const hasCrashed = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0)
  return hasCrashed ? { ...counts, failed: 1 } : counts
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
