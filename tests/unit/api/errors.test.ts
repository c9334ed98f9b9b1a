import { describe, expect, it } from 'vitest'

import { ApiError, toApiError } from '../../../src/api/errors'
import { logFailure } from '../../../src/api/logFailure'

const withCode = (code: string, cause?: unknown) =>
  Object.assign(new Error('inside', { cause }), { code })

describe('what goes wrong inside', () => {
  it.each([
    ['a connection that is refused', withCode('ECONNREFUSED')],
    ['a lost connection', new Error('Connection terminated unexpectedly')],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect')],
    ['a connection that takes too long', new Error('timeout expired')],
    [
      'a connection that is lost before its transaction begins, as Payload tells it',
      new Error(
        'Error: cannot begin transaction: Failed query: begin isolation level read committed\nparams: ',
      ),
    ],
    ['a pool that is closing', new Error('Cannot use a pool after calling end on the pool')],
    ['a server that starts', withCode('57P03')],
    ['too many connections', withCode('53300')],
    ['a lock', withCode('55P03')],
    ['a statement that takes too long', withCode('57014')],
    ['a deadlock', withCode('40P01')],
    ['one of them as the cause', new Error('Failed query', { cause: withCode('55P03') })],
  ])('is 503 for %s', (_, error) => {
    expect(toApiError(error)).toMatchObject({ details: { retryAfterSeconds: 5 }, status: 503 })
  })

  it.each([
    [new Error('anything')],
    [withCode('23505')],
    [withCode('42P01')],
    ['a text'],
    [null],
    [undefined],
  ])('is 500 for %s', (error) => {
    expect(toApiError(error)).toMatchObject({ status: 500, text: 'internal' })
  })

  it('leaves errors of the contract as they are', () => {
    const error = new ApiError(404, 'notFound')
    expect(toApiError(error)).toBe(error)
  })

  it('ends with an error that is its own cause', () => {
    const error = new Error('round')
    error.cause = error
    expect(toApiError(error).status).toBe(500)
  })
})

it.each([true, false])('logs statements without their values (passing: %s)', (isPassing) => {
  const lines: unknown[] = []
  const log = (line: unknown) => void lines.push(line)
  const logger = { error: log, warn: log } as unknown as Parameters<typeof logFailure>[0]
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (code)=(SECRET) already exists.',
  })
  const error = Object.assign(new Error('Failed query: select $1\nparams: SECRET', { cause }), {
    params: ['SECRET'],
    query: 'select $1',
  })
  logFailure(logger, error, isPassing)
  expect(lines).toMatchObject([{ code: '23505', query: 'select $1' }])
  expect(JSON.stringify(lines)).toContain('duplicate key')
  expect(JSON.stringify(lines)).not.toContain('SECRET')
})
