import type { RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

import { expect, it } from 'vitest'

import { ask, type Asked, html, page, whole } from './support/compressed'

/** Which answers are compressed, how, and what their heads say of it. */
it.each<[string, RequestListener]>([
  ['a page in parts', page],
  ['a whole body', whole],
])('%s is compressed as the client accepts it', async (_, answer) => {
  const brotli = await ask(answer, { accept: 'gzip, deflate, br, zstd' })
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br' })
  expect(brotliDecompressSync(await buffer(brotli)).toString()).toBe(html)
  const gzip = await ask(answer, { accept: 'GZIP;q=0.5, br;q=0' })
  expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' })
  const body = await buffer(gzip)
  expect(body.length).toBeLessThan(html.length / 10)
  expect(gunzipSync(body).toString()).toBe(html)
  for (const accept of [undefined, '', 'identity', 'gzip;q=0, br;q=0.000', 'deflate', 'gzipped']) {
    const plain = await ask(answer, { accept })
    expect(plain.headers['content-encoding'], accept).toBeUndefined()
    expect(plain.headers.vary, 'another client gets another').toContain('Accept-Encoding')
    expect((await buffer(plain)).toString()).toBe(html)
  }
})

it('a whole body has its length, as it is sent', async () => {
  for (const accept of ['br', 'gzip', 'identity']) {
    const response = await ask(whole, { accept })
    const body = await buffer(response)
    expect(response.headers['content-length']).toBe(String(body.length))
  }
})

it('what goes by other headers keeps them in `Vary`', async () => {
  expect((await ask(page, { accept: 'br' })).headers.vary).toBe('rsc, Accept-Encoding')
})

it.each<[string, RequestListener, Asked?]>([
  ['a file', (_, response) => response.setHeader('Content-Type', 'application/zip').end(html)],
  [
    'what nobody may change',
    (_, response) =>
      response
        .setHeader('Content-Type', 'text/plain')
        .setHeader('Cache-Control', 'private, no-transform')
        .end(html),
  ],
  ['events', (_, response) => response.setHeader('Content-Type', 'text/event-stream').end(html)],
  [
    'a part of a file',
    (_, response) => response.writeHead(206, { 'Content-Type': 'text/plain' }).end(html),
  ],
  ['a small body', (_, response) => response.setHeader('Content-Type', 'text/html').end('<p>')],
  [
    'a small body whose length is said',
    (_, response) => {
      response.setHeader('Content-Type', 'text/html').setHeader('Content-Length', '6')
      response.write('<p>')
      response.end('</p')
    },
  ],
])('%s is left as it is', async (_, answer) => {
  const response = await ask(answer, { accept: 'br, gzip' })
  expect(response.headers['content-encoding']).toBeUndefined()
  const said = response.headers['content-length']
  const body = await buffer(response)
  if (said) expect(Number(said)).toBe(body.length)
})

it('what is compressed already is not compressed again', async () => {
  const answer: RequestListener = (_request, response) =>
    response.setHeader('Content-Type', 'text/html').setHeader('Content-Encoding', 'x').end(html)
  const response = await ask(answer, { accept: 'br' })
  expect(response.headers['content-encoding']).toBe('x')
  expect((await buffer(response)).toString()).toBe(html)
})

it.each([
  ['HEAD', 200],
  ['GET', 204],
  ['GET', 304],
])('%s answered with %i has no body and says nothing of compression', async (method, status) => {
  const answer: RequestListener = (_request, response) => {
    response.statusCode = status
    whole(_request, response)
  }
  const response = await ask(answer, { accept: 'br', method })
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-encoding']).toBeUndefined()
  expect((await buffer(response)).length).toBe(0)
})
