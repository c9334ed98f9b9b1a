import { expect } from 'vitest'

import type { Person } from '../../../support/providers/people'
import { noticeIn, type Social } from './social'

let created = 0

/** Somebody who has no account yet. */
export function newPerson(): Person {
  created += 1
  return {
    email: `threat-${created}-${Date.now()}@example.com`,
    isVerified: true,
    name: 'Robin Example',
    subject: String(5000 + created),
  }
}

/** Expects that something opens nothing and writes nothing, within 5 seconds. The notice that it answers with. */
export async function expectNothing(
  social: Social,
  act: () => Promise<string>,
): Promise<null | string> {
  const before = await rows(social)
  const started = performance.now()
  const notice = noticeIn(await act())
  expect(performance.now() - started).toBeLessThan(5500)
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
