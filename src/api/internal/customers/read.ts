import type { Where } from 'payload'
import { z } from 'zod'

import { normalizeEmailAddress } from '../../../licensing/emails'
import { literalPattern } from '../../../text/literalPattern'
import { text } from '../../body'
import type { ApiContext } from '../../types'
import { readPage, readQuery, respondWithList } from '../page'
import { inTransaction, pathName } from '../request'
import { customerQuery, findCustomer, toCustomerResource } from './customer'

export const customersQuery = z.object({ email: text().optional(), search: text().optional() })

/** `GET /customers`: customers, the newest first, by address, or words in name, address or Client ID. */
export async function listCustomers(context: ApiContext): Promise<Response> {
  const page = readPage(context)
  const { email, search } = readQuery(context, customersQuery)
  const where: Where[] = []
  if (email?.trim()) where.push({ email: { equals: normalizeEmailAddress(email) } })
  if (search?.trim()) where.push(searchFilter(search.trim()))
  const { docs, totalDocs } = await context.get('services').payload.find({
    ...customerQuery,
    ...page,
    sort: ['-createdAt', 'id'],
    where: { and: where },
  })
  return respondWithList(context, docs.map(toCustomerResource), { ...page, total: totalDocs })
}

/** `GET /customers/{client_id}`: one customer. */
export async function getCustomer(context: ApiContext): Promise<Response> {
  const clientId = pathName(context, 'client')
  const customer = await inTransaction(context, (req) => findCustomer(req, clientId))
  return context.json({ data: toCustomerResource(customer) })
}

function searchFilter(words: string): Where {
  const fields = ['name', 'email', 'clientId']
  return { or: fields.map((field) => ({ [field]: { contains: literalPattern(words) } })) }
}
