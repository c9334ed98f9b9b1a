import type { CollectionAfterOperationHook } from 'payload'

import { isAdminRequest } from '../../../access/isAdmin'
import { customerFigures } from '../../../src/accounts/admin/bulk/customerFigures'
import { asReadingNothing } from '../../../src/database/isReadAsStored'
import { transactionOf } from '../../transaction'

/** Set in a request's context, leaves the figures out where nobody looks at them. */
export const withoutFigures = 'withoutFigures'

/** Gives administrators' lists the customers' licences, active activations and photos: one query for the whole page. A single customer is read as they are. */
export const addFigures: CollectionAfterOperationHook<'customers'> = asReadingNothing(
  async ({ operation, req, result }) => {
    if (operation !== 'find' || !isAdminRequest(req) || req.context[withoutFigures]) return result
    const figures = await customerFigures(
      await transactionOf(req),
      result.docs.map(({ id }) => id),
    )
    for (const doc of result.docs) {
      const own = figures.get(doc.id)
      doc.licenseCount = own?.licenses ?? 0
      doc.activeActivations = own?.activeActivations ?? 0
      doc.avatarFile = own?.avatarFile ?? null
    }
    return result
  },
)
