import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect } from '@playwright/test'

import { buildLife, nowhere } from '../../support/client/build'
import { expected } from '../../support/client/life'
import { demo } from '../../support/demo'
import { releaseBytes, test } from './support'

/** Serves a folder as the site of somebody else, at an origin of its own, with a page that loads `main.js` as a module. */
async function serve(folder: string): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.setHeader('Content-Type', 'text/html')
      response.end(
        '<!doctype html><title>Elsewhere</title><script type="module" src="/main.js"></script>',
      )
      return
    }
    response.setHeader('Content-Type', 'text/javascript')
    readFile(path.join(folder, path.normalize(request.url ?? ''))).then(
      (file) => response.end(file),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

test('the client runs in a page of another origin, from activation over offline to the end', async ({
  baseURL,
  browser,
  seller,
}) => {
  const { product, reference } = await seller.release({ version: '1.1.0' })
  const { code } = await seller.createLicense({ parallelUses: 1, product })
  const folder = await mkdtemp(path.join(tmpdir(), 'client-'))
  const given = {
    apiKey: demo().apiKeys.external,
    baseUrl: `${baseURL ?? ''}/api`,
    code,
    nowhere: await nowhere(),
    productId: reference,
    url: 'https://browser.example.com',
  }
  await buildLife(folder, given, 'document.body.textContent = outcome')
  const { origin, server } = await serve(folder)
  // Without the other tests' header for addresses, which no page may send to another origin.
  const context = await browser.newContext({ extraHTTPHeaders: {} })
  try {
    const page = await context.newPage()
    await page.goto(origin)
    expect(new URL(origin).origin).not.toBe(new URL(baseURL ?? '').origin)
    await expect(page.locator('body')).toHaveText(/^\{/)
    expect(JSON.parse((await page.locator('body').textContent()) ?? '')).toEqual({
      ...expected,
      downloaded: releaseBytes.toString(),
      update: '1.1.0',
    })
  } finally {
    await context.close()
    server.close()
    await rm(folder, { force: true, recursive: true })
  }
})
