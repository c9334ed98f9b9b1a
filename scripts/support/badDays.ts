/** The tests of bad days beside those that kill what they run on, by the project that they belong to: docs/reliability.md says which shows what. */
export const badDays = {
  e2e: ['tests/e2e/admin/exhaustedPool.spec.ts'],
  int: [
    'tests/int/accounts/twoProcesses.test.ts',
    'tests/int/api/poolExhausted.test.ts',
    'tests/int/api/two-processes.test.ts',
    'tests/int/api/uploads.test.ts',
    'tests/int/emails/badDays.test.ts',
    'tests/int/emails/worker.test.ts',
    'tests/int/imports/badDays.test.ts',
    'tests/int/server/worker.test.ts',
    'tests/int/social/badDays.openId.threats.test.ts',
    'tests/int/social/badDays.threats.test.ts',
    'tests/int/social/idToken.threats.test.ts',
    'tests/int/storage/fullDisk.test.ts',
  ],
  timing: ['tests/int/emails/forms.badDays.timing.test.ts'],
}
