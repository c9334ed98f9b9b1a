import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { answerMalformedForm } from '../../../src/server/answerMalformedForm'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('answers 400 for Next where neither page nor action was reached', () => {
  const answer = answered(500, {})
  expect(answer.statusCode).toBe(400)
  expect(answer.getHeader('content-type')).toBe('text/plain; charset=utf-8')
  expect(answer.getHeader('etag')).toBeUndefined()
})

it.each([
  ['an action that failed', 500, { isPortalReached: true }],
  ['another answer', 404, {}],
  ['what is only read', 500, { method: 'GET' }],
  ['what is not the portal’s', 500, { url: '/api/products' }],
])('leaves the answer to %s as it is', (_, status, sent) => {
  const answer = answered(status, sent)
  expect(answer.statusCode).toBe(status)
  expect(answer.getHeader('etag')).toBe('"x"')
})

it('answers 400 where Next says nothing, once all has arrived', () => {
  const { complete, response } = unanswered({})
  vi.advanceTimersByTime(60_000)
  expect(response.headersSent).toBe(false)
  complete()
  vi.advanceTimersByTime(6000)
  expect(response.statusCode).toBe(400)
  response.emit('close')
  expect(vi.getTimerCount()).toBe(0)
})

it('leaves an action its time', () => {
  const { complete, response } = unanswered({ isPortalReached: true })
  complete()
  vi.advanceTimersByTime(60_000)
  expect(response.headersSent).toBe(false)
  expect(vi.getTimerCount()).toBe(0)
})

type Sent = { isPortalReached?: boolean; method?: string; url?: string }

function unanswered({ isPortalReached = false, method = 'POST', url = '/customer/login' }: Sent) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method, url })
  const response = new ServerResponse(request)
  answerMalformedForm(request, response, { id: 'x', isPortalReached })
  const complete = () => {
    request.complete = true
  }
  return { complete, response }
}

function answered(status: number, sent: Sent) {
  const { response } = unanswered(sent)
  response.statusCode = status
  response.setHeader('ETag', '"x"')
  response.end('Internal Server Error')
  return response
}
