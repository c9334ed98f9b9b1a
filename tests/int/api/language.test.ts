import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { de } from '../../../src/api/messages/de'
import { openApi, type TestApi } from './support/api'

let api: TestApi
let server: Server

beforeAll(async () => {
  api = await openApi()
  server = createServer((incoming, outgoing) => {
    void getRequestListener((sent) => api.app.fetch(sent))(incoming, outgoing)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  server.close()
  await api.close()
})

/** Sends the header's bytes as they are, as curl and PHP do. */
function activateFrom(code: string, header: string, value: string): Promise<unknown> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        headers: {
          'content-type': 'application/json',
          'x-api-key': api.keys.external,
          [header]: Buffer.from(value).toString('latin1'),
        },
        method: 'POST',
        path: '/api/external/license/activate',
        port,
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString())))
      },
    )
    sent.on('error', reject)
    // Bytes: Node writes a text in one piece with the headers, in the text's encoding.
    sent.end(Buffer.from(JSON.stringify({ license_code: code, product_id: 'TIDEMARK' })))
  })
}

describe('a domain that is sent as it is written', () => {
  it.each([
    ['https://bücher.example/shop', 'xn--bcher-kva.example'],
    ['日本.example', 'xn--wgv71a.example'],
    ['https://xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ])('%s is %s', async (sent, domain) => {
    const { code, id } = await api.createLicense({ domains: [domain] })
    expect(await activateFrom(code, 'x-api-url', sent)).toMatchObject({ is_active: true })
    const { docs } = await api.payload.find({
      collection: 'activations',
      where: { license: { equals: id } },
    })
    expect(docs).toMatchObject([{ domain }])
  })

  it('a device as well', async () => {
    const { code, id } = await api.createLicense()
    await activateFrom(code, 'x-api-fingerprint', '工作站-1')
    const { docs } = await api.payload.find({
      collection: 'activations',
      where: { license: { equals: id } },
    })
    expect(docs).toMatchObject([{ fingerprint: '工作站-1' }])
  })
})

describe('the language of the messages', () => {
  it.each([
    ['x-api-language', 'de', de.refusals.not_found],
    ['lb-lang', 'de-AT', de.refusals.not_found],
    ['x-api-language', 'xx', 'Your license code is invalid.'],
  ])('%s: %s', async (header, language, message) => {
    const { body } = await api.call('POST', '/external/license/check', {
      body: { license_code: 'UNKNOWN' },
      headers: { [header]: language },
    })
    expect(body).toMatchObject({ code: 'not_found', message })
  })
})
