import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { currentTrace } from '../../../src/http/trace'
import { from, openApi, type TestApi } from '../api/support/api'
import { openFront, type TestFront } from './support/front'

/** Whoever reads logs must find a request by its id, and nothing with which to be somebody else. */
const email = 'secret.reader@example.com'
const password = 'a long enough password'

let api: TestApi
let server: TestFront

beforeAll(async () => {
  api = await openApi()
  server = await openFront(
    api,
    (request, response) => {
      if (request.url?.startsWith('/fails')) {
        api.payload.logger.error({ err: new Error('A page failed'), msg: 'A page failed' })
        response.statusCode = 500
      }
      response.end(currentTrace()?.id)
    },
    { logRequests: 'all' },
  )
})
afterAll(async () => {
  server.close()
  await api.close()
})
beforeEach(() => {
  server.lines.length = 0
})

type Line = Record<string, unknown>
const logged = () => server.lines.map((line) => JSON.parse(line) as Line)
const requestLines = () => logged().filter(({ msg }) => msg === 'request')

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api${path}`, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-api-key': api.keys.external, ...headers },
    method: 'POST',
  })

it('a well-formed request id is kept and given back', async () => {
  const response = await fetch(`${server.url}/customer`, {
    headers: { 'x-request-id': 'proxy-4711.A_b' },
  })
  expect(response.headers.get('x-request-id')).toBe('proxy-4711.A_b')
  expect(await response.text()).toBe('proxy-4711.A_b')
})

it.each([
  'short',
  'with spaces in it',
  'x'.repeat(65),
  'quote"quote"',
  '${jndi:ldap://x}',
  'ä'.repeat(9),
])('a request id that could break a log is replaced: %s', async (claimed) => {
  const headers = { 'x-request-id': Buffer.from(claimed).toString('latin1') }
  const response = await fetch(`${server.url}/customer`, { headers })
  expect(response.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  expect(server.lines.join('')).not.toContain(claimed)
})

it('errors carry the id as well, in the answer and in every line', async () => {
  const headers = { 'x-request-id': 'the-failing-one' }
  for (const path of ['/fails', '/api/external/nothing', '/%E0%A4%A', '/api/ready']) {
    const response = await fetch(`${server.url}${path}`, { headers })
    expect(response.headers.get('x-request-id')).toBe('the-failing-one')
  }
  await expect.poll(requestLines).toHaveLength(4)
  expect(logged().every(({ requestId }) => requestId === 'the-failing-one')).toBe(true)
  expect(logged()).toContainEqual(expect.objectContaining({ level: 'error', msg: 'A page failed' }))
})

it('a request is one line with method, path, status and time', async () => {
  const { code } = await api.createLicense({ parallelUses: 1 })
  await post(
    '/external/license/activate',
    { license_code: code, product_id: 'TIDEMARK' },
    from('a.example'),
  )
  await expect.poll(requestLines).toHaveLength(1)
  expect(requestLines()[0]).toMatchObject({
    isComplete: true,
    level: 'info',
    method: 'POST',
    ms: expect.any(Number) as number,
    path: '/api/external/license/activate',
    status: 200,
    time: expect.stringMatching(/^\d{4}-/) as string,
  })
})

it('no line holds codes, keys, tokens, passwords or addresses', async () => {
  const { code, id } = await api.createLicense({ email, parallelUses: 1 })
  const { external, internal } = api.keys
  const activation = { license_code: code, product_id: 'TIDEMARK' }
  const activated = await post('/external/license/activate', activation, from('a.example'))
  const { lic_response: token } = (await activated.json()) as { lic_response: string }
  const withKey = { headers: { 'x-api-key': internal } }
  await Promise.all([
    post('/external/license/activate', activation, from('b.example')),
    post('/external/license/activate', `{"license_code": "${code}"`),
    post('/external/license/verify', { license_data: token, product_id: 'TIDEMARK' }),
    post(`/external/license/verify?license_code=${code}&email=${email}`, {}),
    fetch(`${server.url}/api/internal/licenses/${code}`, withKey),
    fetch(`${server.url}/api/internal/licenses/${id}?email=${email}`, withKey),
    fetch(`${server.url}/api/download/${token}`),
    fetch(`${server.url}/customer/reset-password?token=${token}`),
    fetch(`${server.url}/customer/${token}/${email}`),
    fetch(`${server.url}/api/customers/${email}`),
    fetch(`${server.url}/${external}`),
  ])
  const req = await createLocalReq({}, api.payload)
  // What fails in the database tells the values of the row by itself.
  const data = { email, name: 'Rita', password }
  await api.payload.create({ collection: 'customers', data })
  const again = api.payload.create({ collection: 'customers', data, req })
  await again.catch((err: unknown) => api.payload.logger.error(err))
  const { drizzle } = api.payload.db as unknown as {
    drizzle: { execute: (statement: unknown) => Promise<unknown> }
  }
  const { sql } = await import('@payloadcms/db-postgres/drizzle')
  const broken = drizzle.execute(sql`select ${code}::int, ${email}::text, ${token}::text`)
  await broken.catch((err: unknown) => api.payload.logger.error({ err, msg: 'It failed' }))
  await expect.poll(requestLines).toHaveLength(12)
  const all = server.lines.join('')
  expect(all).toContain('It failed')
  for (const secret of [code, email, password, token, external, internal]) {
    expect(all).not.toContain(secret)
    expect(all).not.toContain(encodeURIComponent(secret))
  }
})
