import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { readSecret, secretMask } from '../../../src/secrets/secretField'
import { graphQLOf } from '../../support/graphQL'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { type Rest, restOf, tokenOf } from '../../support/rest'

/** Threat: the secret key leaves the server, by its API or with a copy of its database; or saving other settings loses it. */
const key = '6Lc-the-secret-key-of-reCAPTCHA'
const credentials = { email: 'admin@example.com', password: 'a long enough password' }

let rest: Rest
let test: TestPayload
let token: string

beforeAll(async () => {
  test = await createTestPayload()
  rest = restOf(test)
  await test.payload.create({ collection: 'users', data: credentials })
  token = await tokenOf(test.payload, 'users', credentials)
})
afterAll(() => test.close())

const save = (body: Record<string, unknown>) => rest('POST', '/globals/settings', { body, token })
const secret = () => readSecret(test.payload, 'settings', 'recaptchaSecretKey')

async function column(): Promise<unknown> {
  const { drizzle } = test.payload.db as unknown as {
    drizzle: { execute: (query: unknown) => Promise<{ rows: Record<string, unknown>[] }> }
  }
  const { rows } = await drizzle.execute(sql`select recaptcha_secret_key as value from settings`)
  return rows[0]?.value
}

beforeEach(async () => {
  expect((await save({ recaptchaSecretKey: key })).status).toBe(200)
})

describe('the secret key', () => {
  it('is there for the server', async () => {
    expect(await secret()).toBe(key)
  })

  it('is not plain in the database', async () => {
    const value = await column()
    expect(value).toMatch(/^v1\./)
    expect(value).not.toContain(key)
  })

  it('is not in the answer to saving it, nor in what an administrator reads', async () => {
    const saved = await save({ recaptchaSecretKey: key })
    const read = await rest('GET', '/globals/settings', { token })
    for (const { body, status } of [saved, read]) {
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain(key)
      expect(JSON.stringify(body)).not.toContain('v1.')
    }
    expect(read.body.recaptchaSecretKey).toBe(secretMask)
  })

  it('is not in GraphQL', async () => {
    const { docs } = await test.payload.find({ collection: 'users' })
    const req = await createLocalReq(
      { user: { ...docs[0], collection: 'users' } as never },
      test.payload,
    )
    const { data, errors } = await graphQLOf(test).ask('{ Setting { recaptchaSecretKey } }', {
      req,
    })
    expect(errors).toEqual([])
    expect(data).toEqual({ Setting: { recaptchaSecretKey: secretMask } })
  })

  it('shows nobody else even that there is one', async () => {
    const { body, status } = await rest('GET', '/globals/settings')
    expect(status).toBe(403)
    expect(JSON.stringify(body)).not.toContain(secretMask)
  })

  it('stays when the mask is sent back', async () => {
    const before = await column()
    await save({ recaptchaSecretKey: secretMask, recaptchaSiteKey: 'other' })
    expect(await secret()).toBe(key)
    expect(await column()).toBe(before)
  })

  it('stays when other settings are saved', async () => {
    await save({ recaptchaSiteKey: 'another' })
    expect(await secret()).toBe(key)
  })

  it('stays as the same transaction set it', async () => {
    const req = await createLocalReq({}, test.payload)
    const update = (value: string) =>
      test.payload.updateGlobal({ data: { recaptchaSecretKey: value }, req, slug: 'settings' })
    await initTransaction(req)
    await update('a new key')
    await update(secretMask)
    const { payload } = req
    const row = (await payload.db.findGlobal({ req, slug: 'settings' })) as unknown as {
      recaptchaSecretKey: string
    }
    const stored = { db: { findGlobal: async () => row }, secret: payload.secret }
    expect(await readSecret(stored, 'settings', 'recaptchaSecretKey')).toBe('a new key')
    await killTransaction(req)
    expect(await secret()).toBe(key)
  })

  it.each(['', '   ', null])('is cleared by %j, and then there is no mask', async (value) => {
    const { body } = await save({ recaptchaSecretKey: value })
    expect(await secret()).toBeNull()
    expect(await column()).toBeNull()
    expect((body.result as Record<string, unknown>).recaptchaSecretKey ?? null).toBeNull()
  })

  it('is none when the mask is sent and there was none', async () => {
    await save({ recaptchaSecretKey: '' })
    await save({ recaptchaSecretKey: secretMask })
    expect(await secret()).toBeNull()
  })

  it.each([7, true, ['x'], { a: 1 }])('is not changed by %j, which is refused', async (value) => {
    const { status } = await save({ recaptchaSecretKey: value })
    expect(status).toBe(400)
    expect(await secret()).toBe(key)
  })

  it('cannot be read after the secret of the app has changed', async () => {
    const { db } = test.payload
    const moved = { db: db as never, secret: 'another secret' }
    expect(await readSecret(moved, 'settings', 'recaptchaSecretKey')).toBeNull()
  })
})
