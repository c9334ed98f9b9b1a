export { captcha, getCaptchaChallenge, verifyCaptcha } from '../../captcha'
export {
  acceptProfile,
  announceSignIn,
  begin,
  deleteIdentity,
  findIdentitiesOf,
  linkIdentity,
  openIdFromEnvironment,
  readyProviders,
  socialLogin,
} from '../../social-login'
export { mailAdapter } from '../../../src/emails/transport/mailAdapter'
export { requestImport } from '../../../src/envato/requestImport'
export { socialAccounts } from '../../../src/portal/endpoints/socialAccounts'
export { readSecret, secretField } from '../../../src/secrets/secretField'
export { storageFromEnvironment } from '../../../src/storage/fromEnvironment'
export { licenseManager } from '../index'
export type { CollectionOverride } from '../../../src/overrides/overrideCollection'
export type { LicenseManagerOptions } from '../options'
