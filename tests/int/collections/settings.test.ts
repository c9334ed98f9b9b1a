import path from 'node:path'

import { sql } from '@payloadcms/db-postgres/drizzle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { readSettings } from '../../../collections/Settings/getSettings'
import { captcha } from '../../../plugins/captcha'
import { licenseManager } from '../../../plugins/license-manager'
import { socialLogin } from '../../../plugins/social-login'
import { socialAccounts } from '../../../src/portal/endpoints/socialAccounts'
import { readSecret, secretField, secretMask } from '../../../src/secrets/secretField'
import { setSlugs } from '../../../src/slugs/slugOf'
import { type HostApp, startHostApp } from '../../support/hostApp'
import { createTestPayload, type TestPayload } from '../../support/payload'
import { databaseOf } from '../reports/support'

/** The settings of a host that has fields, access and hooks of its own for them, and another name. */
let usual: TestPayload
let host: HostApp
const saved: string[] = []

beforeAll(async () => {
  usual = await createTestPayload()
  host = await startHostApp(usual, {
    plugins: [
      licenseManager({
        access: {
          settings: {
            read: () => true,
            update: ({ req }) => req.user?.email !== 'clerk@example.com',
          },
        },
        fields: {
          settings: ({ defaultFields }) => [
            ...defaultFields,
            { name: 'imprint', type: 'text' },
            { name: 'offices', type: 'text', hasMany: true },
            { name: 'featured', type: 'relationship', relationTo: 'products' },
            secretField({ label: 'Shop', name: 'shopSecret' }),
          ],
        },
        settings: ({ defaultGlobal }) => ({
          ...defaultGlobal,
          hooks: {
            afterChange: [({ doc }) => void saved.push((doc as { imprint: string }).imprint)],
          },
        }),
        slugs: { products: 'software', settings: 'shop-settings' },
        uploadDir: path.join(process.env.TEST_UPLOADS ?? '', 'settings'),
      }),
      captcha({ global: 'shop-settings', tab: 'Security' }),
      socialLogin({
        accounts: socialAccounts,
        collection: 'customers',
        global: 'shop-settings',
      }),
    ],
  })
}, 120_000)
afterAll(async () => {
  setSlugs({})
  await host.close()
  await usual.close()
})

const save = (body: object, token = host.token) =>
  host.rest('POST', '/globals/shop-settings', { body, token })
const read = async (token?: string) =>
  (await host.rest('GET', '/globals/shop-settings', { token })).body
/** As if the last change were of long ago: then they are remembered. */
const settle = () =>
  databaseOf(host.payload).execute(
    sql`update settings set updated_at = now() - interval '1 minute'`,
  )
const remembered = async () =>
  (await readSettings(host.payload)) as unknown as Record<string, unknown>

describe('what a host adds to the settings', () => {
  it('is stored and read, in lists and relationships as well, and remembered until it changes', async () => {
    const product = await host.rest('POST', '/software', {
      body: { name: 'Tidemark', referenceId: 'TIDEMARK' },
      token: host.token,
    })
    const { id } = product.body.doc as { id: string }
    const first = { featured: id, imprint: 'Example Ltd', offices: ['Oslo', 'Graz'] }
    expect((await save({ ...first, productName: 'Shop' })).status).toBe(200)
    await settle()
    for (let times = 0; times < 2; times += 1) {
      expect(await remembered()).toMatchObject({ ...first, productName: 'Shop' })
    }
    expect((await save({ offices: ['Graz'] })).status).toBe(200)
    await settle()
    expect(await remembered()).toMatchObject({ ...first, offices: ['Graz'] })
    expect(saved).toEqual(['Example Ltd', 'Example Ltd'])
  })

  it('is checked as ours is: what PostgreSQL would refuse is an error of its field', async () => {
    expect((await save({ imprint: 'a\u0000b' })).status).toBe(400)
    expect((await save({ featured: 'no-uuid' })).status).toBe(400)
  })

  it('stands in the activity log, with who changed it', async () => {
    await save({ imprint: 'Example GmbH', offices: ['Wien'] })
    const { docs } = await host.payload.find({ collection: 'activity-log', sort: '-at' })
    expect(docs[0]).toMatchObject({
      actorLabel: 'staff@example.com',
      details: { imprint: [expect.any(String), 'Example GmbH'], offices: [null, null] },
      event: 'settings.updated',
    })
  })
})

describe('secrets of the settings', () => {
  it('are encrypted and shown to nobody, ours and the host’s, though everybody may read', async () => {
    const secrets = { envatoPersonalToken: 'an envato token', shopSecret: 'a secret of the shop' }
    await save(secrets)
    const masked = { envatoPersonalToken: secretMask, shopSecret: secretMask }
    expect(await read()).toMatchObject(masked)
    expect(await remembered()).toMatchObject(masked)
    await save({ ...masked, imprint: 'Other' })
    for (const [name, secret] of Object.entries(secrets)) {
      expect(await readSecret(host.payload, 'shop-settings', name)).toBe(secret)
    }
    const { rows } = await databaseOf(host.payload).execute(
      sql`select envato_personal_token as ours, shop_secret as theirs from settings`,
    )
    for (const value of Object.values(rows[0] ?? {})) expect(value).toMatch(/^v1\./)
    const { docs } = await host.payload.find({ collection: 'activity-log', limit: 100 })
    for (const secret of Object.values(secrets)) {
      expect(JSON.stringify(docs)).not.toContain(secret)
    }
    expect(JSON.stringify(docs)).not.toContain('v1.')
  })
})

describe('access to the settings', () => {
  it('is the host’s for the operations that it names, and ours for the others', async () => {
    const clerk = { email: 'clerk@example.com', password: 'a tangerine under eight bridges' }
    await host.payload.create({ collection: 'users', data: clerk })
    const { body } = await host.rest('POST', '/users/login', { body: clerk })
    const before = (await read()).imprint
    expect((await save({ imprint: 'Clerk' }, String(body.token))).status).toBe(403)
    expect((await read()).imprint).toBe(before)
    const settings = host.payload.globals.config.find(
      ({ slug }) => slug === ('shop-settings' as 'settings'),
    )
    const asStranger = { req: { payload: host.payload, user: null } } as never
    expect(settings?.access.readVersions?.(asStranger)).toBe(false)
  })
})

it('the settings of captcha() follow those of the host, and take what its form needs', async () => {
  expect((await save({ captchaForms: ['login'], captchaProvider: 'math' })).status).toBe(200)
  await settle()
  expect(await remembered()).toMatchObject({ captchaForms: ['login'], captchaProvider: 'math' })
})
