import { describe, expect, it } from 'vitest'

import { describeError } from '../../../src/logging/describeError'
import { scrub } from '../../../src/logging/scrub'

describe('what a log keeps of a text', () => {
  it.each([
    ['Failed query: select $1\nparams: ABC-123,a@b.example', 'Failed query: select $1'],
    [
      'invalid input syntax for type integer: "ABC-123"',
      'invalid input syntax for type integer: "[value]"',
    ],
    [
      'value "99999999999" is out of range for type integer',
      'value "[value]" is out of range for type integer',
    ],
    ['Mail to rita.reader+x@mail.example.com failed', 'Mail to [e-mail] failed'],
    ['GET /customer?token=abc&page=2 failed', 'GET /customer?token=[value]&page=[value] failed'],
    ['The key lm_ext_Zm9vYmFyYmF6 is unknown', 'The key [key] is unknown'],
    [`Token ${'a1'.repeat(30)}.${'b2'.repeat(20)}`, 'Token [token]'],
    [
      'at node_modules/@payloadcms/db-postgres/index.js:1',
      'at node_modules/@payloadcms/db-postgres/index.js:1',
    ],
    [
      'Row 0f8fad5b-d9cb-469f-a165-70867728950e is gone',
      'Row 0f8fad5b-d9cb-469f-a165-70867728950e is gone',
    ],
  ])('%j', (text, kept) => {
    expect(scrub(text)).toBe(kept)
  })

  it('is found in time that grows with its length only', () => {
    const begun = performance.now()
    for (const part of ['a@', 'a.', '?a=', '-', 'lm_ext_', ': "']) scrub(part.repeat(50_000))
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

it('of an error what happened and where stays, with its causes, and no other property', () => {
  const cause = Object.assign(new Error('duplicate key of a@b.example'), {
    code: '23505',
    detail: 'Key (email)=(a@b.example) already exists.',
  })
  const error = Object.assign(new Error('Failed query: insert\nparams: secret', { cause }), {
    params: ['secret'],
    query: 'insert',
  })
  const kept = describeError(error)
  expect(kept).toMatchObject({
    cause: { code: '23505', message: 'duplicate key of [e-mail]' },
    message: 'Failed query: insert',
    query: 'insert',
    type: 'Error',
  })
  expect(kept.stack).toContain('scrub.test.ts')
  expect(JSON.stringify(kept)).not.toMatch(/secret|b\.example/)
})
