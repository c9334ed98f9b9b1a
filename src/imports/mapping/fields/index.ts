import type { ImportKind } from '../../../../collections/Imports/values'
import { customerFields } from './customers'
import { licenseFields } from './licenses'
import { productFields } from './products'
import type { ImportField } from './types'

/** What an import of each kind can fill in. The first name of a field is the one that our own exports use. */
export const importFields: Record<ImportKind, readonly ImportField[]> = {
  customers: customerFields,
  licenses: licenseFields,
  products: productFields,
}
