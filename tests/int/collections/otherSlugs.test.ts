import path from 'node:path'

import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { captcha } from '../../../plugins/captcha'
import { licenseManager } from '../../../plugins/license-manager'
import { socialLogin } from '../../../plugins/social-login'
import { exportData } from '../../../src/accounts/account/exportData'
import { deleteLeftovers } from '../../../src/jobs/tasks/cleanUp'
import { socialAccounts } from '../../../src/portal/endpoints/socialAccounts'
import { type HostApp, startHostApp } from '../../support/hostApp'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { client, type LocalProviders, startLocalProviders } from '../../support/providers/local'
import { accountsOf } from '../accounts/support/accounts'
import { captchaOf, solve } from '../captcha/support/captcha'
import { databaseOf } from '../reports/support'
import { Browser, noticeIn } from '../social/support/social'

/** A host that has `identities` of its own, and calls what captcha() and socialLogin() add otherwise. */
let usual: TestPayload
let host: HostApp
let local: LocalProviders

const early = { name: 'Early', email: 'early@example.com' }
const ada = { email: 'ada@example.com', isVerified: true, name: 'Ada', subject: '77' }

beforeAll(async () => {
  local = await startLocalProviders()
  Object.assign(process.env, local.environment, {
    GITHUB_CLIENT_ID: client.clientId,
    GITHUB_CLIENT_SECRET: client.clientSecret,
  })
  usual = await createTestPayload()
  const { id } = await accountsOf(usual.payload).createCustomer(early)
  await databaseOf(usual.payload).execute(
    sql`insert into identities (account_id, provider, subject) values (${id}, 'github', '1')`,
  )
  host = await startHostApp(usual, {
    collections: [
      {
        slug: 'identities',
        access: { read: () => true },
        dbName: 'shop_identities',
        fields: [{ name: 'colour', type: 'text', required: true }],
      },
    ],
    plugins: [
      licenseManager({ uploadDir: path.join(process.env.TEST_UPLOADS ?? '', 'other-slugs') }),
      captcha({ global: 'settings', slugs: { 'captcha-challenges': 'riddles' } }),
      socialLogin({
        accounts: socialAccounts,
        collection: 'customers',
        global: 'settings',
        slugs: { identities: 'connections', 'social-login-states': 'used-states' },
      }),
    ],
  })
}, 120_000)
afterAll(async () => {
  await host.close()
  await Promise.all([usual.close(), local.close()])
})

const list = async (slug: string, token?: string) => {
  const { body, status } = await host.rest('GET', `/${slug}?depth=0`, { token })
  return { docs: body.docs, status }
}
const count = async (slug: string) =>
  (await host.payload.count({ collection: slug as CollectionSlug })).totalDocs
const customerOf = async (email: string) => {
  const { docs } = await host.payload.find({
    collection: 'customers',
    where: { email: { equals: email } },
  })
  if (!docs[0]) throw new Error(`${email} has no account.`)
  return docs[0]
}

describe('the tables of what is renamed', () => {
  it('stay: nothing is made, dropped or renamed but what the host adds', () => {
    const changed = host.migration.filter((statement) => /table|column|type/i.test(statement))
    const ofTables = changed.filter((statement) => !/constraint/i.test(statement))
    expect(ofTables).not.toHaveLength(0)
    expect(ofTables.filter((statement) => !statement.includes('shop_identities'))).toEqual([])
  })

  it('have the rows that they had', async () => {
    const { docs } = await list('connections', host.token)
    expect(docs).toContainEqual(expect.objectContaining({ provider: 'github', subject: '1' }))
  })
})

describe('the host’s own collection', () => {
  it('is what its slug leads to, with its fields and its access', async () => {
    const body = { colour: 'blue' }
    expect((await host.rest('POST', '/identities', { body, token: host.token })).status).toBe(201)
    expect(await list('identities')).toMatchObject({ docs: [body], status: 200 })
  })

  it('opens none of ours: they are for whom they were for', async () => {
    for (const slug of ['connections', 'riddles', 'used-states']) {
      expect([slug, (await list(slug)).status]).toEqual([slug, 403])
    }
    expect((await list('connections', host.token)).status).toBe(200)
    expect((await list('riddles', host.token)).status).toBe(403)
    for (const slug of ['captcha-challenges', 'social-login-states']) {
      expect([slug, (await list(slug, host.token)).status]).toEqual([slug, 404])
    }
  })
})

describe('signing in at a provider', () => {
  it('makes an account and its identity, and a state works once', async () => {
    const browser = new Browser(host, ada)
    const callback = await browser.allow(await browser.begin('github'))
    const cookies = new Map(browser.cookies)
    expect(await browser.comeBack(callback)).toBe('/customer/dashboard')
    for (const [name, value] of cookies) browser.cookies.set(name, value)
    expect(noticeIn(await browser.comeBack(callback))).toBe('expired')
    expect(await count('used-states')).toBe(1)
    const { docs } = await list('connections', host.token)
    expect(docs).toContainEqual(expect.objectContaining({ provider: 'github', subject: '77' }))
  })

  it('is seen on the account’s page, and lists are filtered by it', async () => {
    const query = '/customers?where[identities.provider][equals]=github&limit=10'
    const { body } = await host.rest('GET', query, { token: host.token })
    const found = body.docs as { email: string; identities: { docs: unknown[] } }[]
    expect(found.map(({ email }) => email).sort()).toEqual([ada.email, early.email])
    for (const { identities } of found) expect(identities.docs).toHaveLength(1)
  })

  it('is in the copy of one’s data, and goes with the account, the host’s rows do not', async () => {
    const accounts = accountsOf(host.payload)
    const { id } = await customerOf(ada.email)
    const copy = await exportData(await accounts.request(), (await customerOf(ada.email)) as never)
    expect(copy.connectedAccounts).toMatchObject([{ provider: 'github', subject: '77' }])
    const before = await count('connections')
    const { status } = await host.rest('DELETE', `/customers/${id}`, { token: host.token })
    expect(status).toBe(200)
    expect([await count('connections'), await count('identities')]).toEqual([before - 1, 1])
  })
})

describe('a sum', () => {
  it('works once', async () => {
    const form = captchaOf(host)
    await form.settings({ captchaForms: ['login'], captchaProvider: 'math' })
    const sum = await form.sum('login')
    const response = { answer: solve(sum), token: sum.token }
    expect(await form.answer('login', response)).toBe('passed')
    expect(await form.answer('login', response)).toBe('failed')
    expect(await count('riddles')).toBe(1)
  })
})

it('what has served its time is deleted by the worker', async () => {
  const db = databaseOf(host.payload)
  await db.execute(sql`update captcha_challenges set expires_at = now() - interval '2 hours'`)
  await db.execute(sql`update social_login_states set expires_at = now() - interval '2 hours'`)
  await deleteLeftovers(host.payload)
  expect([await count('riddles'), await count('used-states')]).toEqual([0, 0])
})
