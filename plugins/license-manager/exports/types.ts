export type {
  Activation,
  ApiKey,
  Customer,
  License,
  Product,
  Setting,
  Version,
} from '../../../payload-types'
export type { CollectionOverride, CollectionSlug, LicenseManagerOptions } from '../options'
