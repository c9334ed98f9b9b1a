import { readFileSync } from 'node:fs'
import path from 'node:path'

import type {
  AccountToken,
  Activation,
  ActivityLog,
  ApiKey,
  Avatar,
  BlacklistEntry,
  CaptchaOptions,
  CollectionSlug,
  Customer,
  CustomerSession,
  CustomersOptions,
  DownloadToken,
  EnvatoConflict,
  EnvatoImport,
  FailedAttempt,
  FieldsOverride,
  IdempotencyKey,
  Import,
  ImportRow,
  KnownDevice,
  License,
  LicenseManagerOptions,
  LicensingHooks,
  LoginEvent,
  LoginLockout,
  Mail,
  MailContent,
  MailLayout,
  MailTemplateOverrides,
  Passkey,
  PortalLink,
  PortalLook,
  PortalOptions,
  Product,
  RecoveryCode,
  RefusalCode,
  ReleaseFile,
  Setting,
  SettingsOverride,
  SigningKey,
  Slug,
  Slugs,
  SocialLoginOptions,
  Statistic,
  TopCustomer,
  User,
  Version,
  WebhookDelivery,
} from 'payload-license-manager/types'
import type { MailMessages, PortalMessages } from 'payload-license-manager/translations'
import { describe, expect, expectTypeOf, it } from 'vitest'

import type { Config } from '../../../payload-types'
import type { captcha } from '../../../plugins/captcha'
import type { CollectionOverride } from '../../../src/overrides/overrideCollection'
import * as texts from '../../../plugins/license-manager/exports/translations'
import type { socialLogin } from '../../../plugins/social-login'

type Documents = {
  'account-tokens': AccountToken
  activations: Activation
  'activity-log': ActivityLog
  'api-keys': ApiKey
  avatars: Avatar
  'blacklist-entries': BlacklistEntry
  'customer-sessions': CustomerSession
  customers: Customer
  'download-tokens': DownloadToken
  'envato-conflicts': EnvatoConflict
  'envato-imports': EnvatoImport
  'failed-attempts': FailedAttempt
  'idempotency-keys': IdempotencyKey
  'import-rows': ImportRow
  imports: Import
  'known-devices': KnownDevice
  licenses: License
  'login-events': LoginEvent
  'login-lockouts': LoginLockout
  mails: Mail
  passkeys: Passkey
  products: Product
  'recovery-codes': RecoveryCode
  'release-files': ReleaseFile
  'signing-keys': SigningKey
  statistics: Statistic
  'top-customers': TopCustomer
  users: User
  versions: Version
  'webhook-deliveries': WebhookDelivery
}

/** What an option takes, without undefined. */
type Option<Name extends keyof LicenseManagerOptions> = NonNullable<LicenseManagerOptions[Name]>

describe('the types', () => {
  it('are those of the documents of every collection, and of the settings', () => {
    expectTypeOf<keyof Documents>().toEqualTypeOf<CollectionSlug>()
    expectTypeOf<Documents>().toExtend<Pick<Config['collections'], CollectionSlug>>()
    expectTypeOf<Config['globals']['settings']>().toExtend<Setting>()
  })

  it('name what the options take', () => {
    expectTypeOf<Option<'access'>>().toExtend<Partial<Record<CollectionSlug, object>>>()
    expectTypeOf<Record<CollectionSlug, CollectionOverride>>().toExtend<Option<'collections'>>()
    expectTypeOf<Option<'customers'>>().toEqualTypeOf<CustomersOptions>()
    expectTypeOf<Record<Slug, FieldsOverride>>().toExtend<Option<'fields'>>()
    expectTypeOf<Option<'hooks'>>().toEqualTypeOf<LicensingHooks>()
    expectTypeOf<Option<'mailLayout'>>().toEqualTypeOf<MailLayout>()
    expectTypeOf<Option<'mails'>>().toEqualTypeOf<MailTemplateOverrides>()
    expectTypeOf<Option<'portal'>>().toEqualTypeOf<PortalOptions | false>()
    expectTypeOf<Option<'settings'>>().toEqualTypeOf<SettingsOverride>()
    expectTypeOf<Option<'slugs'>>().toEqualTypeOf<Slugs>()
    expectTypeOf<PortalLook['navLinks']>().toEqualTypeOf<PortalLink[]>()
    expectTypeOf<Parameters<typeof captcha>[0]>().toEqualTypeOf<CaptchaOptions>()
    expectTypeOf<Parameters<typeof socialLogin>[0]>().toEqualTypeOf<SocialLoginOptions>()
  })

  it('let what is passed as an option be written apart from it', () => {
    const noTrials: LicensingHooks['beforeActivate'] = ({ license }): RefusalCode | undefined =>
      license.type === 'trial' ? 'blocked' : undefined
    const vatId: FieldsOverride = ({ defaultFields }) => [
      ...defaultFields,
      { name: 'vatId', type: 'text' },
    ]
    const welcomed = (content: MailContent): MailContent => ({ ...content, subject: 'Welcome' })
    const mails: MailTemplateOverrides = { confirmEmail: ({ content }) => welcomed(content) }
    const portal: PortalOptions = { navLinks: [{ href: '/shop', label: 'Shop' }] }
    const options = {
      fields: { customers: vatId },
      hooks: { beforeActivate: noTrials },
      mails,
      portal,
    }
    expectTypeOf(options).toExtend<LicenseManagerOptions>()
  })
})

/** What the document says that an entry point has. */
function documented(entryPoint: string): string[] {
  const document = readFileSync(path.resolve('docs/plugin.md'), 'utf8')
  const row = document.split('\n').find((line) => line.startsWith(`| \`${entryPoint}\` `)) ?? ''
  return [...row.matchAll(/`(\w+)`/g)].map(([, name = '']) => name).sort()
}

it('what the document says of the entry point is there, and all of it', async () => {
  const entry = await import('../../../plugins/license-manager/exports')
  expect(documented('.')).toEqual(Object.keys(entry).sort())
})

describe('the texts', () => {
  it('are what the document says, and all of it', () => {
    const types = ['MailMessages', 'PortalMessages']
    expect(documented('./translations')).toEqual([...Object.keys(texts), ...types].sort())
  })

  it('are those of portal, mails and admin panel in both languages', () => {
    for (const table of [texts.portalMessages, texts.mailMessages, texts.adminTranslations]) {
      expect(Object.keys(table).sort()).toEqual(['de', 'en'])
    }
    expect(texts.portalMessages.de?.nav.licenses).toBe('Lizenzen')
    expect(texts.mailMessages.de.confirmEmail.button).toBe('Adresse bestätigen')
    expectTypeOf(texts.mailMessages.en).toEqualTypeOf<MailMessages>()
    expectTypeOf(texts.portalMessages).toEqualTypeOf<Readonly<Record<string, PortalMessages>>>()
  })
})
