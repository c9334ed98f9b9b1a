export type {
  AccountToken,
  Activation,
  ActivityLog,
  ApiKey,
  Avatar,
  BlacklistEntry,
  Customer,
  CustomerSession,
  DownloadToken,
  EnvatoConflict,
  EnvatoImport,
  FailedAttempt,
  IdempotencyKey,
  Identity,
  Import,
  ImportRow,
  KnownDevice,
  License,
  LoginEvent,
  LoginLockout,
  Mail,
  Passkey,
  Product,
  RecoveryCode,
  ReleaseFile,
  Setting,
  SigningKey,
  Statistic,
  TopCustomer,
  User,
  Version,
  WebhookDelivery,
} from '../../../payload-types'
export type {
  CaptchaAttempt,
  CaptchaChallenge,
  CaptchaForm,
  CaptchaResponse,
} from '../../captcha/types'
export type { CaptchaOptions, CaptchaResult } from '../../captcha'
export type {
  AccountState,
  Acceptance,
  AfterSignIn,
  Destination,
  Intent,
  OpenIdProvider,
  Outcome as SocialLoginOutcome,
  Profile as SocialProfile,
  ProviderTokens,
  SessionStart,
  SocialLoginAccounts,
  SocialLoginOptions,
} from '../../social-login'
export type { CustomerLanguage } from '../../../collections/Customers/fields/language'
export type { MailAttachment, MailBrand, MailContent } from '../../../src/emails/content'
export type { MailData, MailTemplate } from '../../../src/emails/types'
export type {
  LicensingHooks,
  LocalText,
  MailLayout,
  MailTemplateOverride,
  MailTemplateOverrides,
  PortalLink,
  PortalLook,
} from '../../../src/extensions/types'
// What hooks are told is not a document of a collection.
export type {
  Activation as HookActivation,
  Deactivator,
  Installation,
  License as HookLicense,
  Queryable,
  RefusalCode,
} from '../../../src/licensing/types'
export type { Slug, Slugs } from '../../../src/slugs/slugOf'
export type {
  CollectionSlug,
  CustomersOptions,
  LicenseManagerOptions,
  PortalOptions,
  SettingsOverride,
} from '../options'
export type {
  CollectionOverride,
  CollectionOverrides,
  FieldsOverride,
} from '../../../src/overrides/overrideCollection'
