import type { PayloadRequest } from 'payload'

import { withoutFigures } from '../../collections/Customers/hooks/addFigures'
import { transactionOf } from '../../collections/transaction'
import type { Customer } from '../../payload-types'
import { readRanks } from './repository/ranks'
import type { Rank, RankList } from './types'
import { slugOf } from '../slugs/slugOf'

export type TopCustomer = Omit<Rank, 'customer'> & {
  customer: Pick<Customer, 'clientId' | 'email' | 'id' | 'name'>
}

export type TopCustomersPage = { countedAt: Date | null; rows: TopCustomer[]; total: number }

/**
 * A part of a list of top customers with who they are. Customers are read with the rights of the request's user; those whom the
 * host hides from this administrator are left out.
 */
export async function findTopCustomers(
  req: PayloadRequest,
  list: RankList,
  part: { limit: number; offset: number },
): Promise<TopCustomersPage> {
  const { countedAt, rows, total } = await readRanks(await transactionOf(req), list, part)
  if (rows.length === 0) return { countedAt, rows: [], total }
  const { docs } = await req.payload.find({
    collection: slugOf('customers'),
    context: { [withoutFigures]: true },
    depth: 0,
    disableErrors: true,
    limit: rows.length,
    overrideAccess: false,
    pagination: false,
    req,
    select: { clientId: true, email: true, name: true },
    where: { id: { in: rows.map(({ customer }) => customer) } },
  })
  const byId = new Map(docs.map((doc) => [doc.id, doc as TopCustomer['customer']]))
  return {
    countedAt,
    rows: rows.flatMap((row) => {
      const customer = byId.get(row.customer)
      return customer ? [{ ...row, customer }] : []
    }),
    total,
  }
}
