import pino from 'pino'
import { expect, it } from 'vitest'

import { createLogger } from '../../../src/logging/logger'

it('names a job without what it was given: a registration has the hash of a password', () => {
  const lines: string[] = []
  const { options } = createLogger({ write: (line: string) => void lines.push(line) })
  const job = {
    id: 'a-job',
    input: { email: 'ada@example.com', hash: 'HASH-OF-IT' },
    log: [{ input: { hash: 'HASH-OF-IT' } }],
    taskSlug: 'register',
  }
  pino(options, { write: (line) => void lines.push(line) }).error({
    job,
    msg: 'Error running task',
  })
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ job: { id: 'a-job', taskSlug: 'register' } })
  expect(lines.join()).not.toMatch(/HASH-OF-IT|ada@example\.com/)
})
