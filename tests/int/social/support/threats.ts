import type { Answer } from '../../../support/providers/respond'
import { expect } from 'vitest'

import { expectNoTransaction, queryOf } from '../../../support/intact'
import { noticeIn, type Social } from './social'

/** What a provider in trouble says at once. */
export const quickAnswers: Answer[] = [
  'garbage',
  'html',
  'huge',
  'redirect',
  'status',
  { json: [] },
  { json: null },
  { json: {}, status: 429 },
]

/** What takes for ever. */
export const slowAnswers: Answer[] = ['silent', 'trickle']

/**
 * Expects that something opens nothing and writes nothing, within 5 seconds: no line of the log, and no attempt of a customer's either, for nobody knows
 * yet who it is. The notice that it answers with.
 */
export async function expectNothing(
  social: Social,
  act: () => Promise<string>,
): Promise<null | string> {
  const before = await rows(social)
  const started = performance.now()
  const notice = noticeIn(await act())
  expect(performance.now() - started).toBeLessThan(5000)
  expect(await rows(social)).toEqual(before)
  await expectNoTransaction(queryOf(social.databaseUrl))
  return notice
}

const written = [
  'activity-log',
  'customer-sessions',
  'customers',
  'identities',
  'login-events',
  'mails',
] as const

async function rows({ payload }: Social): Promise<[collection: string, rows: number][]> {
  return Promise.all(
    written.map(async (collection): Promise<[string, number]> => {
      return [collection, (await payload.count({ collection })).totalDocs]
    }),
  )
}
