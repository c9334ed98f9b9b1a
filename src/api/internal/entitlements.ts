import { z } from 'zod'

import {
  type Entitlements,
  longestEntitlement,
  mergeEntitlements,
  type StoredEntitlement,
  storeEntitlements,
} from '../../licensing/entitlements'
import { empty, text } from '../body'

/** Named values: true or false, a number or a text. What is sent takes the place of all that were there, nothing as well. */
export const entitlementsField = z
  .union([
    empty,
    z
      .record(
        z.string().regex(/^[a-z][\w.-]{0,63}$/i),
        z.union([
          z.boolean(),
          z.number().min(-1e15).max(1e15).multipleOf(0.000001),
          text(longestEntitlement).min(1),
        ]),
      )
      .refine((values) => Object.keys(values).length <= 100)
      .transform(storeEntitlements),
  ])
  .nullish()
  .transform((rows) => (rows === null ? [] : rows))

/** Stored entitlements as the API shows them. */
export function toEntitlements(rows: null | StoredEntitlement[] | undefined): Entitlements {
  return mergeEntitlements(rows ?? [], [])
}
