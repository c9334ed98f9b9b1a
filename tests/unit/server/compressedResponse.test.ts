import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { brotliDecompressSync, createGunzip, gunzipSync } from 'node:zlib'

import { afterEach, expect, it } from 'vitest'

import { CompressedResponse } from '../../../src/server/compressedResponse'

/** Answers over a real socket, as clients with all kinds of `Accept-Encoding` get them. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const html = `<p>${'Tidemark licences, äöü. '.repeat(400)}</p>`
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

type Asked = { accept?: string; method?: string }

async function ask(answer: RequestListener, { accept, method }: Asked = {}) {
  const server = createServer({ ServerResponse: CompressedResponse }, (incoming, response) => {
    response.compresses = true
    answer(incoming, response)
  })
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const headers = accept === undefined ? {} : { 'Accept-Encoding': accept }
  const sent = request({ agent, headers, host: '127.0.0.1', method, port }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return response
}

const page: RequestListener = (_request, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Vary', 'rsc')
  response.flushHeaders()
  for (const part of html.match(/.{1,1000}/gs) ?? []) response.write(part)
  response.end()
}
const whole: RequestListener = (_request, response) => {
  response.setHeader('Content-Type', 'application/json')
  response.end(html)
}

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

it('a page that takes a while is sent on as it comes', async () => {
  let goOn = () => {}
  const answer: RequestListener = (_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.write('<p>first</p>')
    goOn = () => {
      response.write('<p>second</p>')
      response.end('<p>last</p>', 'utf8')
    }
  }
  const text = (await ask(answer, { accept: 'gzip' })).pipe(createGunzip()).setEncoding('utf8')
  const [first] = (await once(text, 'data')) as [string]
  expect(first).toBe('<p>first</p>')
  let rest = ''
  text.on('data', (part: string) => (rest += part))
  goOn()
  await once(text, 'end')
  expect(rest).toBe('<p>second</p><p>last</p>')
})

it.each(['br', 'gzip'])('a body of many megabytes is never gathered whole (%s)', async (accept) => {
  const part = Buffer.alloc(256 * 1024, 'Tidemark ')
  let most = 0
  const send = async (response: ServerResponse) => {
    response.setHeader('Content-Type', 'text/plain')
    for (let sent = 0; sent < 40; sent += 1) {
      if (!response.write(part)) await once(response, 'drain')
      most = Math.max(most, response.writableLength)
    }
    response.end(part)
  }
  const response = await ask((_request, answer) => void send(answer), { accept })
  const body = await buffer(response)
  const decoded = accept === 'br' ? brotliDecompressSync(body) : gunzipSync(body)
  expect(decoded.equals(Buffer.concat(Array.from({ length: 41 }, () => part)))).toBe(true)
  expect(most).toBeLessThan(1024 * 1024)
})

it('a client that reads slowly holds up whoever writes', async () => {
  // More than the system's buffers between the two take.
  const parts = 100
  let written = 0
  let answered: ServerResponse | undefined
  const send = async (response: ServerResponse) => {
    answered = response
    response.setHeader('Content-Type', 'text/csv')
    for (; written < parts; written += 1) {
      const part = randomBytes(256 * 1024)
      if (!response.write(part))
        await Promise.race([once(response, 'drain'), once(response, 'close')])
      if (response.closed) return
    }
    response.end()
  }
  const response = await ask((_request, answer) => void send(answer), { accept: 'gzip' })
  response.pause()
  await expect.poll(() => answered?.writableNeedDrain, { timeout: 10_000 }).toBe(true)
  await setTimeout(500)
  const before = written
  await setTimeout(500)
  expect(written, 'nothing more is written').toBe(before)
  expect(written).toBeLessThan(parts)
  response.resume()
  await once(response, 'end')
  expect(written).toBe(parts)
})

it('an answer without a body is one, whatever it is of', async () => {
  const answer: RequestListener = (_request, response) =>
    response.setHeader('Content-Type', 'text/plain').end()
  const response = await ask(answer, { accept: 'br' })
  expect(response.headers).toMatchObject({ 'content-length': '0' })
  expect(response.headers['content-encoding']).toBeUndefined()
  expect((await buffer(response)).length).toBe(0)
})

it('an answer that is ended twice comes whole', async () => {
  const body = Buffer.alloc(2 * 1024 * 1024, 'licence ')
  const answer: RequestListener = (_request, response) => {
    response.setHeader('Content-Type', 'text/plain')
    response.write(body)
    response.end()
    response.end()
  }
  const response = await ask(answer, { accept: 'gzip' })
  expect(gunzipSync(await buffer(response)).equals(body)).toBe(true)
})

it('a whole body of many megabytes comes whole', async () => {
  const body = Buffer.alloc(5 * 1024 * 1024, 'licence ')
  const answer: RequestListener = (_request, response) =>
    response.setHeader('Content-Type', 'text/plain').end(body)
  const response = await ask(answer, { accept: 'gzip' })
  expect(gunzipSync(await buffer(response)).equals(body)).toBe(true)
})

it('calls back and finishes as other answers do', async () => {
  const calls: string[] = []
  const answer: RequestListener = (_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.once('finish', () => calls.push('finish'))
    response.write(html, 'utf8', () => calls.push('write'))
    response.end(() => calls.push('end'))
  }
  await buffer(await ask(answer, { accept: 'br' }))
  await expect.poll(() => calls.toSorted()).toEqual(['end', 'finish', 'write'])
})

it('a client that goes away meanwhile leaves nothing behind', async () => {
  const closed: Promise<unknown>[] = []
  const send = async (response: ServerResponse) => {
    closed.push(once(response, 'close'))
    response.setHeader('Content-Type', 'text/plain')
    response.write(html)
    await setTimeout(60)
    response.write(html)
    await setTimeout(60)
    response.write(html)
    response.end()
  }
  const response = await ask((_request, answer) => void send(answer), { accept: 'gzip' })
  response.destroy()
  await closed[0]
  await setTimeout(120)
  expect((await ask(page, { accept: 'gzip' })).statusCode).toBe(200)
})
