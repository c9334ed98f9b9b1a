import type { PayloadRequest, Where } from 'payload'

import { slugOf } from '../../slugs/slugOf'
import { type ActivationRow, activationColumns, namedRows } from './activationRow'
import { type BindableActivation, bindableOf, findBindable } from './findBindable'
import { latestActivations } from './latestActivations'

/** What the page of a licence shows of its installations. */
export type Installations = {
  /** The latest that certificates can be for. */
  bindable: BindableActivation[]
  /** The latest, ended ones among them. */
  latest: ActivationRow[]
  /** All there are. */
  total: number
}

/**
 * The installations of one of the customer's own licences. Where the latest are all there are, as with most licences, one query tells
 * them, their number, and which of them certificates can be for.
 *
 * @param license one that the customer has read, and how its product is called
 * @param most.bindable how many to return of those that certificates can be for; with 0 they are not asked for
 * @param most.latest how many to return of all
 */
export async function findInstallations(
  req: PayloadRequest,
  license: { id: string; productName: () => Promise<string> },
  most: { bindable: number; latest: number },
): Promise<Installations> {
  const where = { license: { equals: license.id } }
  const docs = await latestActivations(req, {
    limit: most.latest + 1,
    select: activationColumns,
    where,
  })
  const areAll = docs.length <= most.latest
  const product = await license.productName()
  const [latest, bindable, total] = await Promise.all([
    namedRows(req, docs.slice(0, most.latest), () => product),
    areAll
      ? bindableOf(docs).slice(0, most.bindable)
      : findBindable(req, license.id, most.bindable),
    areAll ? docs.length : count(req, where),
  ])
  return { bindable, latest, total }
}

async function count(req: PayloadRequest, where: Where): Promise<number> {
  const collection = slugOf('activations')
  return (await req.payload.count({ collection, overrideAccess: false, req, where })).totalDocs
}
