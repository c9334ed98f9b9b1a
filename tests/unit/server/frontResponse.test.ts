import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'

import { expect, it } from 'vitest'

import { FrontResponse } from '../../../src/server/frontResponse'

it('gives a file the length back that Next dropped', () => {
  expect(lengthOf({ 'X-LM-Content-Length': '12' })).toBe('12')
})

it('leaves a length that is there, and none to what was compressed or has none', () => {
  expect(lengthOf({ 'Content-Length': '3', 'X-LM-Content-Length': '12' })).toBe('3')
  expect(lengthOf({ 'Content-Encoding': 'gzip', 'X-LM-Content-Length': '12' })).toBeUndefined()
  expect(lengthOf({})).toBeUndefined()
})

it('completes headers that it does not set itself, the first list first', () => {
  const response = new FrontResponse(new IncomingMessage(new Socket()))
  response.lateHeaders = [
    { 'Cache-Control': 'no-store' },
    { 'Cache-Control': 'private', Vary: 'A' },
  ]
  response.writeHead(200, { Vary: 'B' })
  expect(response.getHeaders()).toEqual({ 'cache-control': 'no-store', vary: 'B' })
})

it('has no `writeHead` of its own, which would keep answers in memory', () => {
  const response = new FrontResponse(new IncomingMessage(new Socket()))
  response.writeHead(200)
  expect(Object.hasOwn(response, 'writeHead')).toBe(false)
})

function lengthOf(headers: Record<string, string>): unknown {
  const response = new FrontResponse(new IncomingMessage(new Socket()))
  response.keepsLength = true
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.writeHead(200)
  return response.getHeader('Content-Length')
}
