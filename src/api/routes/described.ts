import { legacyRoutes } from '../legacy'
import { routes } from './all'
import type { DescribedCall } from './route'

/** Every call that the reference describes: those of today, and then those of old software. */
export const describedCalls: DescribedCall[] = [
  ...routes,
  ...legacyRoutes.flatMap(({ docs, ...call }) => (docs ? [{ ...call, docs }] : [])),
]
