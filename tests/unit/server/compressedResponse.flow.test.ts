import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { RequestListener, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { brotliDecompressSync, createGunzip, gunzipSync } from 'node:zlib'

import { expect, it } from 'vitest'

import { ask, html, page } from './support/compressed'

/** How compressed answers come: slowly, in many megabytes, to clients that are slow or leave, and their end. */
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
