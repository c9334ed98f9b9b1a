import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import { expect, it } from 'vitest'

import { keepLength } from '../../../src/server/keepLength'

it('gives a file the length back that Next dropped', () => {
  expect(lengthOf({ 'X-LM-Content-Length': '12' })).toBe('12')
})

it('leaves a length that is there, and none to what was compressed or has none', () => {
  expect(lengthOf({ 'Content-Length': '3', 'X-LM-Content-Length': '12' })).toBe('3')
  expect(lengthOf({ 'Content-Encoding': 'gzip', 'X-LM-Content-Length': '12' })).toBeUndefined()
  expect(lengthOf({})).toBeUndefined()
})

function lengthOf(headers: Record<string, string>): unknown {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  keepLength(response)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.writeHead(200)
  return response.getHeader('Content-Length')
}
