import { APIError, type Endpoint, NotFound, type PayloadRequest } from 'payload'

import { transactionOf } from '../../collections/transaction'
import { countLicensesOf } from '../../src/accounts/admin/bulk/customerFigures'
import { inactiveCustomers } from '../../src/accounts/admin/bulk/inactiveCustomers'
import { bulkLimit } from '../../src/accounts/admin/bulk/types'
import { disableAccount } from '../../src/accounts/admin/disableAccount'
import { sendResetMail } from '../../src/accounts/admin/sendResetMail'
import { readFields } from '../../src/portal/endpoints/portalRequest'
import { bulkEndpoint, forAdmins, requireAccess, selectedIds } from './bulk'
import { slugOf } from '../../src/slugs/slugOf'

const samples = 10

/** What administrators do to many customers at once, and what they are shown before. */
export const customerBulk: Endpoint[] = [
  {
    handler: forAdmins(async (req) => summaryOf(req, await selectedIds(req, slugOf('customers')))),
    method: 'post',
    path: '/bulk/select',
  },
  {
    handler: forAdmins(async (req) => {
      await requireAccess(req, 'customers', 'read')
      const { keepsOwners, since } = await readFields(req)
      const date = new Date(typeof since === 'string' ? since : Number.NaN)
      if (Number.isNaN(date.getTime()) || date > new Date()) {
        throw new APIError('Send a day in the past.', 400, null, true)
      }
      const filter = { keepsOwners: keepsOwners !== false, since: date }
      const found = await inactiveCustomers(await transactionOf(req), filter, bulkLimit)
      return summaryOf(
        req,
        found.map(({ id }) => id),
        found.slice(0, samples),
      )
    }),
    method: 'post',
    path: '/bulk/inactive',
  },
  bulkEndpoint('delete', deleteCustomer),
  bulkEndpoint('disable', async (req, id) => {
    await requireAccess(req, 'customers', 'update', id)
    return (await disableAccount(req, id)) === 'disabled'
  }),
  bulkEndpoint('send-reset', async (req, id) => {
    await requireAccess(req, 'customers', 'update', id)
    return (await sendResetMail(req, id)) === 'queued'
  }),
]

async function summaryOf(
  req: PayloadRequest,
  ids: string[],
  examples: object[] = [],
): Promise<Response> {
  const licenses = await countLicensesOf(await transactionOf(req), ids)
  return Response.json({ count: ids.length, examples, ids, licenses })
}

/** False where somebody else deleted the customer meanwhile. */
async function deleteCustomer(req: PayloadRequest, id: string): Promise<boolean> {
  try {
    await req.payload.delete({ collection: slugOf('customers'), id, overrideAccess: false, req })
    return true
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}
