import { expect } from '@playwright/test'
import fc from 'fast-check'

import { inputs, seed } from '../../support/hostile'
import { formsIn, hiddenFields, multipart, portalActions, scriptParts } from './forms'
import { logIn, siteAt } from './fuzzedAccount'
import { test } from './support'

/** What no browser sends: forms that Next itself cannot read, before any action is called. */

const path = '/customer/login'
const login = () => portalActions().find(({ name }) => name === 'submitLogin')
const boundary = 'boundary'
const form = `multipart/form-data; boundary=${boundary}`
const part = (head: string) => `--${boundary}\r\n${head}\r\n\r\nvalue\r\n--${boundary}--\r\n`
const named = (name: string) => part(`Content-Disposition: form-data; name="${name}"`)
const withFile = (name: string) =>
  part(`Content-Disposition: form-data; name="1_file"; filename="${name}"`)

type Sent = { body: BodyInit; contentType?: string; id?: string }

const malformed: [string, Sent][] = [
  ['breaks off', { body: named('email').slice(0, -20) }],
  ['breaks off in the head of a part', { body: named('email').slice(0, 30) }],
  ['has no boundary', { body: named('email'), contentType: 'multipart/form-data' }],
  ['has another boundary', { body: named('email').replaceAll(boundary, 'other') }],
  ['has an empty body', { body: '' }],
  ['has a control character in a head', { body: withFile('a\u0001b') }],
  ['has a NUL in a head', { body: withFile('a\0b') }],
  ['has a head of 100,000 characters', { body: withFile('x'.repeat(100_000)) }],
]

for (const [what, sent] of malformed) {
  test(`a form that ${what} is never answered with 5xx`, async ({ baseURL }) => {
    for (const id of [undefined, login()?.id]) {
      const answer = await post(baseURL ?? '', { ...sent, ...(id && { id }) })
      expect(answer.status, answer.text).toBeLessThan(500)
      expect(answer.text).not.toMatch(/node_modules|busboy|Internal Server Error/)
    }
  })
}

test('a form that breaks off is answered with 400 and what to do', async ({ baseURL }) => {
  const answer = await post(baseURL ?? '', { body: named('email').slice(0, -20) })
  expect(answer.status).toBe(400)
  expect(answer.text).toMatch(/^This form could not be read\. Load the page again/)
  expect(answer.policy).toContain("default-src 'self'")
})

test('values that React cannot decode are answered with 400', async ({ baseURL }) => {
  const id = login()?.id ?? ''
  for (const value of ['["$Q9"]', '["$F7"]', '["$@x"]', '{', '["$K1', '$undefined', '["$h1"]']) {
    const { body, contentType } = multipart([{ name: '0', value }])
    const answer = await post(baseURL ?? '', { body, contentType, id })
    expect(`${answer.status} to ${value}`).not.toMatch(/^5/)
    const bound = hiddenFields(id, []).map(([name, kept]) => ({
      name,
      value: name === '$ACTION_1:1' ? value : kept,
    }))
    const plain = multipart(bound)
    const other = await post(baseURL ?? '', { body: plain.body, contentType: plain.contentType })
    expect(`${other.status} to ${value} in a form`).not.toMatch(/^5/)
  }
})

test('more than may be sent, by somebody who does not say how much, is refused', async ({
  baseURL,
}) => {
  const chunk = new Uint8Array(64 * 1024).fill(120)
  let left = 120
  const body = new ReadableStream({
    pull(controller) {
      if (left === 120) {
        controller.enqueue(
          Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="x"\r\n\r\n`),
        )
      }
      left -= 1
      if (left > 0) controller.enqueue(chunk)
      else controller.close()
    },
  })
  const answer = await post(baseURL ?? '', { body, id: login()?.id ?? '' }).catch(() => null)
  // The connection is closed: whoever still sends may see only that.
  if (answer) expect([400, 413]).toContain(answer.status)
  for (let again = 0; again < 3; again += 1) {
    const next = await post(baseURL ?? '', { body: named('email') })
    expect(next.status).toBeLessThan(500)
  }
})

test('whatever becomes of the bytes of a form, nothing fails', async ({ baseURL, seller }) => {
  test.setTimeout(120_000 + inputs * 100)
  const id = login()?.id ?? ''
  const whole = [
    multipart(scriptParts([{}], [{ name: 'email', value: 'a@example.com' }])),
    multipart(hiddenFields(id, [{}]).map(([name, value]) => ({ name, value }))),
  ]
  const change = fc.record({
    at: fc.nat(),
    bytes: fc.uint8Array({ maxLength: 12 }),
    isScript: fc.boolean(),
    kind: fc.constantFrom('cut', 'insert', 'replace'),
    which: fc.nat(whole.length - 1),
  })
  type Change = typeof change extends fc.Arbitrary<infer One> ? One : never
  const send = async ({ at, bytes, isScript, kind, which }: Change) => {
    const { body, contentType } = whole[which] ?? multipart([])
    const place = at % body.length
    const rest = kind === 'insert' ? place : place + bytes.length
    const changed = Buffer.concat([
      body.subarray(0, place),
      bytes,
      kind === 'cut' ? Buffer.alloc(0) : body.subarray(rest),
    ])
    const answer = await post(baseURL ?? '', {
      body: new Uint8Array(changed),
      contentType,
      ...(isScript && { id }),
    })
    expect(`${answer.status} after ${kind} at ${place}`).not.toMatch(/^5/)
  }
  // Some are answered only after seconds.
  const many = fc.array(change, { maxLength: 50, minLength: 50 })
  await fc.assert(
    fc.asyncProperty(many, async (changes) => {
      await Promise.all(changes.map(send))
    }),
    { endOnFailure: true, numRuns: Math.ceil(inputs / 200), seed },
  )
  const site = siteAt(baseURL ?? '')
  expect(formsIn((await site.get(path)).text, path)).not.toHaveLength(0)
  await logIn(site, await seller.createCustomer())
})

let count = 0

async function post(baseURL: string, { body, contentType = form, id }: Sent) {
  const address = `10.${(count += 1) % 250}.${(count >> 8) % 250}.78`
  const response = await fetch(new URL(path, baseURL), {
    body,
    // What undici wants where a body is a stream.
    duplex: 'half',
    headers: {
      'content-type': contentType,
      origin: baseURL,
      'x-forwarded-for': address,
      ...(id && { 'next-action': id }),
    },
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(30_000),
  } as RequestInit)
  const policy = response.headers.get('content-security-policy') ?? ''
  return { policy, status: response.status, text: await response.text() }
}
