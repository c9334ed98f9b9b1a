import type { Payload } from 'payload'
import { expect, it, vi } from 'vitest'

import { logSometimes } from '../../../plugins/captcha/logSometimes'

it('logs a message once in five minutes, and others beside it', () => {
  const error = vi.fn()
  const payload = { logger: { error } } as unknown as Payload
  for (const now of [0, 1, 299_999, 300_000]) logSometimes(payload, { msg: 'one' }, now)
  expect(error).toHaveBeenCalledTimes(2)
  logSometimes(payload, { msg: 'two' }, 300_001)
  expect(error).toHaveBeenCalledTimes(3)
})
