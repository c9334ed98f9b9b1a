export { createLicenseClient, type LicenseClient, type Verified } from './client.js'
export { readAll } from './download.js'
export { ApiError, ChecksumError, UnreachableError } from './errors.js'
export type {
  Download,
  Entitlements,
  Occupant,
  Options,
  PublicKey,
  Refusal,
  RefusalCode,
  State,
  Store,
  Update,
  Verdict,
} from './types.js'
