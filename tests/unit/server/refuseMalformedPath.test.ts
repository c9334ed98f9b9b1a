import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import { expect, it } from 'vitest'

import { refuseMalformedPath } from '../../../src/server/refuseMalformedPath'

it.each(['/customer/%E0%A4%A', '/%', '//%zz', '/customer/%00', '/api/%ff', '/%c0%ae/x?q=1'])(
  'refuses %s',
  (url) => {
    expect(isRefused(url)).toBe(true)
  },
)

it.each(['/', '/customer/caf%C3%A9', '/customer?q=%E0%A4%A', '//', '/%25', '*', ''])(
  'lets %j through',
  (url) => {
    expect(isRefused(url)).toBe(false)
  },
)

function isRefused(url: string): boolean {
  const request = new IncomingMessage(new Socket())
  request.url = url
  const response = new ServerResponse(request)
  const refused = refuseMalformedPath(request, response)
  expect(response.statusCode).toBe(refused ? 400 : 200)
  return refused
}
