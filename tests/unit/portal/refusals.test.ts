import { describe, expect, it } from 'vitest'

import { en } from '../../../src/portal/messages/en'
import { answerTo } from '../../../src/portal/refusals/answerTo'

describe('what helps after a refusal', () => {
  it.each([
    ['limit_reached', ['freeSlot', 'renew']],
    ['expired', ['seeConditions', 'renew']],
    ['not_activated', []],
  ])('%s', (reason, answers) => {
    expect(answerTo(reason)).toEqual({ answers, reason })
  })

  it.each(['not_found', 'something_new', 'toString', '__proto__'])(
    'a reason that customers are told nothing of is explained in general: %s',
    (reason) => {
      expect(answerTo(reason).reason).toBe('other')
    },
  )

  it('every reason has words and an advice', () => {
    expect(Object.keys(en.refusals.advice)).toEqual(Object.keys(en.refusals.reason))
  })
})
