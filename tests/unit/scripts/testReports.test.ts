import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readPlaywrightReport, readVitestReport } from '../../../scripts/support/testReports'

/** What the line at the end of `npm test` counts: no run may look better than it was. */
let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'license-manager-unit-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const ended = (status: number) => ({ end: 'first\nlast\n', status })

const write = (text: string) => {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, text)
  return file
}

describe.each([
  [
    'vitest',
    readVitestReport,
    { numFailedTests: 0, numPassedTests: 7, numPendingTests: 2, numTodoTests: 1 },
  ],
  [
    'Playwright',
    readPlaywrightReport,
    { stats: { expected: 7, flaky: 0, skipped: 3, unexpected: 0 } },
  ],
])('%s', (_name, read, report) => {
  it('counts what its report says', () => {
    const counts = { failed: 0, passed: 7, skipped: 3 }
    expect(read(write(JSON.stringify(report)), ended(0))).toEqual({ ...counts, failures: [] })
  })

  it('counts a run that ended badly though no test failed as a failure', () => {
    expect(read(write(JSON.stringify(report)), ended(1)).failed).toBe(1)
  })

  it.each(['{', '{}', 'null', '[]'])('counts a run that reported %s as a failure', (text) => {
    expect(read(write(text), ended(0))).toMatchObject({ failed: 1, passed: 0, skipped: 0 })
  })

  it('counts a run without a report as a failure', () => {
    const missing = path.join(folder, 'missing.json')
    expect(read(missing, ended(0))).toMatchObject({ failed: 1, passed: 0, skipped: 0 })
  })
})

it('counts a test that passed when it was repeated as passed', () => {
  const stats = { expected: 1, flaky: 1, skipped: 0, unexpected: 1 }
  const counts = { failed: 1, passed: 2, skipped: 0 }
  expect(readPlaywrightReport(write(JSON.stringify({ stats })), ended(1))).toMatchObject(counts)
})

it('counts test files that could not be loaded or set up beside tests that failed', () => {
  const report = {
    numFailedTests: 1,
    numFailedTestSuites: 3,
    numPassedTests: 4,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { assertionResults: [{ status: 'failed' }], status: 'failed' },
      { assertionResults: [], status: 'failed' },
      { assertionResults: [{ status: 'skipped' }], status: 'failed' },
      { assertionResults: [{ status: 'passed' }], status: 'passed' },
    ],
  }
  expect(readVitestReport(write(JSON.stringify(report)), ended(1)).failed).toBe(3)
})

describe('what failed is named', () => {
  it('in vitest, with the first lines of the reason', () => {
    const report = {
      numFailedTests: 1,
      testResults: [
        {
          assertionResults: [
            { fullName: 'passes', status: 'passed' },
            {
              failureMessages: ['\u001b[31mone\ntwo\u001b[39m\n3\n4'],
              fullName: 'x',
              status: 'failed',
            },
          ],
          name: path.join(process.cwd(), 'tests/a.test.ts'),
          status: 'failed',
        },
        {
          assertionResults: [],
          message: 'no such file',
          name: 'tests/b.test.ts',
          status: 'failed',
        },
      ],
    }
    expect(readVitestReport(write(JSON.stringify(report)), ended(1)).failures).toEqual([
      'tests/a.test.ts › x\n    one\n    two\n    3',
      'tests/b.test.ts › did not load\n    no such file',
    ])
  })

  it('in Playwright, however deep, and not what passed at the second try', () => {
    const spec = (title: string, status: string) => ({
      file: 'a.spec.ts',
      line: 7,
      tests: [{ projectName: 'portal', results: [{ error: { message: 'late' } }], status }],
      title,
    })
    const report = {
      stats: { expected: 1, flaky: 1, skipped: 0, unexpected: 1 },
      suites: [{ suites: [{ specs: [spec('fails', 'unexpected'), spec('wavers', 'flaky')] }] }],
    }
    expect(readPlaywrightReport(write(JSON.stringify(report)), ended(1)).failures).toEqual([
      'a.spec.ts:7 › [portal] fails\n    late',
    ])
  })

  it('where no test failed but the run did, by the end of its output', () => {
    const [failure] = readVitestReport(write('{}'), ended(1)).failures
    expect(failure).toMatch(/exit 1.*\n {4}first\n {4}last$/)
  })
})
