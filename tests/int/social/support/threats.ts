import type { Answer } from '../../../support/providers/respond'
import { expect } from 'vitest'

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

/** Expects that something opens nothing and writes nothing, within 5 seconds. The notice that it answers with. */
export async function expectNothing(
  social: Social,
  act: () => Promise<string>,
): Promise<null | string> {
  const before = await rows(social)
  const started = performance.now()
  const notice = noticeIn(await act())
  expect(performance.now() - started).toBeLessThan(5000)
  expect(await rows(social)).toEqual(before)
  return notice
}

async function rows({ payload }: Social): Promise<number[]> {
  return Promise.all(
    (['customers', 'customer-sessions', 'identities', 'mails'] as const).map(
      async (collection) => (await payload.count({ collection })).totalDocs,
    ),
  )
}
