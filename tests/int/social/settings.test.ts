import { sql } from '@payloadcms/db-postgres/drizzle'
import { createLocalReq, initTransaction, killTransaction } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { readyProviders } from '../../../plugins/social-login'
import { sanitizeOptions, type SocialLoginOptions } from '../../../plugins/social-login/options'
import { secretMask } from '../../../src/secrets/secretField'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { client, type LocalProviders, startLocalProviders } from '../../support/providers/local'
import { type OpenIdProvider, startOpenId } from '../../support/providers/openId'
import { type Rest, restOf, tokenOf } from '../../support/rest'
import { Browser, noticeIn } from './support/social'

/** Switching providers on and off in the settings; and one of OpenID Connect by options alone. */
const credentials = { email: 'admin@example.com', password: 'a long enough password' }
const secret = 'the secret that GitHub gave'

let local: LocalProviders
let openId: OpenIdProvider
let rest: Rest
let test: TestPayload
let token: string

beforeAll(async () => {
  ;[local, openId] = await Promise.all([startLocalProviders(), startOpenId()])
  Object.assign(process.env, local.environment, {
    OIDC_CLIENT_ID: client.clientId,
    OIDC_CLIENT_SECRET: client.clientSecret,
    OIDC_ISSUER: openId.url,
    OIDC_LABEL: 'Example Corp',
  })
  test = await createTestPayload()
  rest = restOf(test)
  await test.payload.create({ collection: 'users', data: credentials })
  token = await tokenOf(test.payload, 'users', credentials)
})
afterAll(async () => {
  await Promise.all([test.close(), local.close(), openId.close()])
})
afterEach(() => save({ githubClientId: '', githubClientSecret: '', githubLogin: false }))

const save = (body: Record<string, unknown>) => rest('POST', '/globals/settings', { body, token })

const ready = async () =>
  (await readyProviders(await createLocalReq({}, test.payload))).map(
    ({ provider }) => provider.name,
  )

const begin = async (provider: string) =>
  (await new Browser(test).get(`/api/auth/${provider}`)).headers.get('location') ?? ''

describe('a provider of the settings', () => {
  it('is off until it is switched on with an ID and a secret, and from the next request on', async () => {
    expect(await ready()).toEqual(['oidc'])
    expect(noticeIn(await begin('github'))).toBe('unknownProvider')
    const good = { githubClientId: client.clientId, githubClientSecret: client.clientSecret }
    expect((await save(good)).status).toBe(200)
    expect(await ready()).toEqual(['oidc'])
    expect((await save({ githubLogin: true })).status).toBe(200)
    expect(await ready()).toEqual(['github', 'oidc'])
    const person = { email: 'a@example.com', isVerified: true, name: 'A B', subject: '77' }
    expect(await new Browser(test, person).signIn('github')).toBe('/customer/dashboard')
    await save({ githubLogin: false })
    expect(noticeIn(await begin('github'))).toBe('unknownProvider')
  })

  it('cannot be switched on without them', async () => {
    for (const body of [
      { githubLogin: true },
      { githubClientId: 'id', githubLogin: true },
      { githubClientSecret: secret, githubLogin: true },
    ]) {
      expect((await save(body)).status).toBe(400)
      expect(await ready()).toEqual(['oidc'])
    }
  })

  it('keeps its secret encrypted, shows it to nobody, and keeps it when other settings are saved', async () => {
    const saved = await save({
      githubClientId: 'id',
      githubClientSecret: secret,
      githubLogin: true,
    })
    const read = await rest('GET', '/globals/settings', { token })
    for (const { body } of [saved, read]) expect(JSON.stringify(body)).not.toContain(secret)
    expect(read.body.githubClientSecret).toBe(secretMask)
    const db = (
      test.payload.db as unknown as {
        drizzle: { execute: (query: unknown) => Promise<{ rows: Record<string, unknown>[] }> }
      }
    ).drizzle
    const { rows } = await db.execute(sql`select github_client_secret as value from settings`)
    expect(rows[0]?.value).toMatch(/^v1\./)
    await save({ productName: 'Another name' })
    await save({ githubClientSecret: secretMask })
    const req = await createLocalReq({}, test.payload)
    const github = (await readyProviders(req)).find(({ provider }) => provider.name === 'github')
    expect(github?.credentials.clientSecret).toBe(secret)
  })
})

it('are read on the connection of a transaction, which may hold locks that those with the other connections wait for', async () => {
  const req = await createLocalReq({}, test.payload)
  await initTransaction(req)
  await test.payload.updateGlobal({
    data: { githubClientId: 'id', githubClientSecret: secret, githubLogin: true },
    req,
    slug: 'settings',
  })
  const names = (await readyProviders(req)).map(({ provider }) => provider.name)
  const others = await ready()
  await killTransaction(req)
  expect(names).toEqual(['github', 'oidc'])
  expect(others).toEqual(['oidc'])
})

describe('a provider of OpenID Connect by options alone', () => {
  it('signs in', async () => {
    const person = { email: 'corp@example.com', isVerified: true, name: 'C D', subject: 'corp-1' }
    expect(await new Browser(test, person).signIn('oidc')).toBe('/customer/dashboard')
    const { docs } = await test.payload.find({ collection: 'identities' })
    expect(docs).toContainEqual(expect.objectContaining({ provider: 'oidc', subject: 'corp-1' }))
  })

  it('is told apart from the others: the same subject there is another identity', async () => {
    const person = { email: 'other@example.com', isVerified: true, name: 'E F', subject: '77' }
    await new Browser(test, person).signIn('oidc')
    const { docs } = await test.payload.find({
      collection: 'customers',
      where: { email: { equals: 'other@example.com' } },
    })
    expect(docs).toHaveLength(1)
  })

  const options = (providers: SocialLoginOptions['providers']) =>
    ({ accounts: {}, collection: 'customers', global: 'settings', providers }) as never
  const good = {
    clientId: 'id',
    clientSecret: 'secret',
    issuer: 'https://id.example.com',
    label: 'Id',
  }

  it.each([
    [{ ...good, name: 'Upper' }],
    [{ ...good, name: '../x' }],
    [{ ...good, name: '' }],
    [{ ...good, name: 'google' }],
    [{ ...good, clientSecret: '', name: 'id' }],
    [{ ...good, issuer: 'no address', name: 'id' }],
  ])('is refused at the start as %j', (provider) => {
    expect(() => sanitizeOptions(options([provider]))).toThrow(/^socialLogin: /)
  })

  it('is refused twice', () => {
    const twice = [
      { ...good, name: 'id' },
      { ...good, name: 'id' },
    ]
    expect(() => sanitizeOptions(options(twice))).toThrow('two providers id')
  })
})

describe('the environment', () => {
  afterEach(() => {
    delete process.env.GITHUB_CLIENT_ID
    delete process.env.GITHUB_CLIENT_SECRET
  })
  const sanitized = () =>
    sanitizeOptions({ accounts: {}, collection: 'customers', global: 'settings' } as never)
  const github = () =>
    sanitized().providers.find(({ provider }) => provider.name === 'github')?.credentials

  it('switches a provider on with both values, and not with one', () => {
    expect(github()).toBeNull()
    process.env.GITHUB_CLIENT_ID = 'id'
    expect(github()).toBeNull()
    process.env.GITHUB_CLIENT_SECRET = 'secret'
    expect(github()).toEqual({ clientId: 'id', clientSecret: 'secret' })
  })

  it('cannot name an address that is none', () => {
    const before = process.env.GITHUB_URL
    for (const url of ['github.com', 'ftp://github.com', 'javascript:alert(1)']) {
      process.env.GITHUB_URL = url
      expect(sanitized).toThrow('socialLogin: GITHUB_URL must be an address')
    }
    process.env.GITHUB_URL = before
  })
})
