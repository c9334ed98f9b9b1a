import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'

import type { Browser } from '../browser'
import { type Host, product } from './host'
import { asJson, type LicensingApi } from './licensingApi'

// Larger than what Next takes in a server action, and than one chunk of a stream.
const main = randomBytes(7 * 1024 * 1024)
/** What compresses well, and must not be compressed. */
const sql = Buffer.from('alter table example add column example text;\n'.repeat(4000))

/** A shop uploads a version, and software and customer get its files, whole and in parts. @returns the address of the main file in the portal. */
export async function checkReleases(
  api: LicensingApi,
  browser: Browser,
  host: Host,
  { code, licenseId }: { code: string; licenseId: string },
): Promise<string> {
  const version = await upload(api)
  const claim = { license_code: code, product_id: product.referenceId }
  const installed = { 'content-type': 'application/json', 'x-api-url': 'https://one.example.com' }
  const ask = (path: string, body: object, headers: Record<string, string> = {}) =>
    api.software(path, { ...asJson(body), headers: { ...installed, ...headers } })

  const offer = await ask('/api/external/update/check', { ...claim, current_version: '1.0.0' })
  const { file_size, update_available } = (await offer.json()) as Record<string, unknown>
  assert.deepEqual([update_available, file_size], [true, main.length])

  const files = [
    ['main', main],
    ['sql', sql],
  ] as const
  for (const [type, bytes] of files) {
    const path = `/api/external/update/2.0.0/download/${type}`
    await checkFile(host, bytes, (headers) => ask(path, claim, headers))
    const size = await api.software(`${path}/size`, { method: 'HEAD' })
    checkLength(size, bytes.length, host.server === 'own')
  }
  const link = await api.shop(`/api/internal/products/${product.referenceId}/download-tokens`, {
    version: '2.0.0',
  })
  const { data } = (await link.json()) as { data: { url: string } }
  assert.ok(data.url.startsWith(`${host.origin}/api/download/`), data.url)
  await checkFile(host, main, (headers) => fetch(data.url, { headers }))

  const inPortal = `${host.portal}/product-licenses/${licenseId}/downloads/${version}/main`
  const page = await browser.get(`${host.portal}/product-licenses/${licenseId}`)
  assert.ok(page.html.includes(`href="${inPortal}"`), 'the page of the licence has the file')
  await checkFile(host, main, (headers) => browser.file(inPortal, { headers }))
  return inPortal
}

async function upload({ shop }: LicensingApi): Promise<string> {
  const form = new FormData()
  form.set('version', '2.0.0')
  form.set('main_file', new Blob([main], { type: 'application/zip' }), 'example.zip')
  form.set('sql_file', new Blob([sql], { type: 'text/plain' }), 'example.txt')
  const response = await shop(`/api/internal/products/${product.referenceId}/versions`, form)
  const { data } = (await response.json()) as { data: { id: string } }
  assert.equal(response.status, 201)
  return data.id
}

/** A file comes byte for byte, with its length, never compressed, and in the part that is asked for. */
async function checkFile(
  { server }: Host,
  bytes: Buffer,
  ask: (headers: Record<string, string>) => Promise<Response>,
): Promise<void> {
  const whole = await ask({})
  assert.equal(whole.status, 200)
  assert.equal(whole.headers.get('content-encoding'), null)
  assert.equal(whole.headers.get('x-lm-checksum-sha256'), sha256(bytes))
  checkLength(whole, bytes.length, server === 'own')
  assert.ok(Buffer.from(await whole.arrayBuffer()).equals(bytes), 'byte for byte')

  const part = await ask({ range: 'bytes=70000-149999' })
  assert.equal(part.status, 206)
  assert.equal(part.headers.get('content-encoding'), null)
  assert.equal(part.headers.get('content-range'), `bytes 70000-149999/${bytes.length}`)
  checkLength(part, 80_000, server === 'own')
  const got = Buffer.from(await part.arrayBuffer())
  assert.ok(got.equals(bytes.subarray(70_000, 150_000)), 'the part is the right one')

  const beyond = await ask({ range: `bytes=${bytes.length}-` })
  assert.equal(beyond.status, 416)
  assert.equal(beyond.headers.get('content-range'), `bytes */${bytes.length}`)
  await beyond.arrayBuffer()
}

/** Next drops `Content-Length` of what its routes answer; the package's server puts it back. */
function checkLength({ headers }: Response, length: number, isKept: boolean): void {
  assert.equal(headers.get('x-lm-content-length'), String(length))
  const told = headers.get('content-length')
  if (isKept || told !== null) assert.equal(told, String(length))
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
