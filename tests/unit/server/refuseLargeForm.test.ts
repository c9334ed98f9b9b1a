import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import { expect, it } from 'vitest'

import { refuseLargeForm } from '../../../src/server/refuseLargeForm'

const tooLarge = String(6 * 1024 * 1024 + 1)

it('leads a browser without JavaScript back to the settings, which say how large a photo may be', () => {
  for (const url of ['/customer/settings', '/customer/settings?photo=tooLarge']) {
    expect(answerTo({ length: tooLarge, url })).toEqual([303, '/customer/settings?photo=tooLarge'])
  }
})

it('answers 413 to everything else that is too large for a form of the portal', () => {
  const call = { 'next-action': 'x' }
  expect(answerTo({ headers: call, length: tooLarge, url: '/customer/settings' })[0]).toBe(413)
  expect(answerTo({ length: tooLarge, url: '/customer/login' })[0]).toBe(413)
  expect(answerTo({ length: '9'.repeat(400), url: '/%63ustomer/login' })[0]).toBe(413)
})

it.each([
  { length: String(6 * 1024 * 1024) },
  { length: undefined },
  { length: 'nonsense' },
  { length: tooLarge, method: 'GET' },
  { length: tooLarge, url: '/api/products' },
  { length: tooLarge, url: '/admin' },
])('leaves %j to whom it is for', (request) => {
  expect(answerTo(request)).toEqual([200, undefined])
})

type Sent = {
  headers?: Record<string, string>
  length: string | undefined
  method?: string
  url?: string
}

function answerTo({ headers, length, method = 'POST', url = '/customer/settings' }: Sent) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { headers: { 'content-length': length, ...headers }, method, url })
  const response = new ServerResponse(request)
  const isRefused = refuseLargeForm(request, response)
  expect(isRefused).toBe(response.statusCode !== 200)
  return [response.statusCode, response.getHeader('location')]
}
