import type { PayloadRequest } from 'payload'

import type { LoginEvent } from '../../../payload-types'
import { slugOf } from '../../slugs/slugOf'

const pageSize = 25

/** A part of the sign-in history, the latest first. */
export type LoginEventPage = {
  events: LoginEvent[]
  /** Where the next part begins: pass it as `before`. Null at the end. */
  next: null | string
}

/**
 * The customer's own sign-ins. Continued by time instead of by number of page, so that the hundredth part costs no more than the first.
 *
 * @param before only what happened before this moment; whatever is no moment is left out
 */
export async function findLoginEvents(
  req: PayloadRequest,
  customer: string,
  before?: string,
): Promise<LoginEventPage> {
  const moment = momentOf(before)
  const { docs } = await req.payload.find({
    collection: slugOf('login-events'),
    depth: 0,
    limit: pageSize + 1,
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-createdAt',
    where: {
      and: [
        { customer: { equals: customer } },
        ...(moment ? [{ createdAt: { less_than: moment } }] : []),
      ],
    },
  })
  const events = docs.slice(0, pageSize)
  const hasMore = docs.length > pageSize
  return { events, next: hasMore ? (events.at(-1)?.createdAt ?? null) : null }
}

/** Years that are longer or below nought are moments to JavaScript and none to PostgreSQL. */
function momentOf(text = ''): null | string {
  const isMoment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text))
  return isMoment ? new Date(text).toISOString() : null
}
