import type { PayloadRequest, Where } from 'payload'

import { slugOf } from '../../slugs/slugOf'
import {
  activationColumns,
  type ActivationRow,
  namedRows,
  type StoredActivation,
} from './activationRow'
import { type BindableActivation, bindableOf, findBindable } from './findBindable'
import type { LicenseDetails } from './findLicense'
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

/** How many installations are asked for. */
export type MostInstallations = {
  /** Of those that certificates can be for; with 0 they are not asked for. */
  bindable: number
  latest: number
}

/** The latest installations of a licence, one more than are shown where there are more; none where it is not the customer's. */
export function findLatestOf(
  req: PayloadRequest,
  license: string,
  { latest }: Pick<MostInstallations, 'latest'>,
): Promise<StoredActivation[]> {
  const where = { license: { equals: license } }
  return latestActivations(req, { limit: latest + 1, select: activationColumns, where })
}

/**
 * The installations of one of the customer's own licences. Where the latest are all there are, as with most licences, they tell their
 * number as well, and which of them certificates can be for; else both are asked for.
 *
 * @param license one that the customer has read
 * @param found its latest, as `findLatestOf` finds them
 */
export async function toInstallations(
  req: PayloadRequest,
  license: Pick<LicenseDetails, 'id' | 'product'>,
  found: readonly StoredActivation[],
  most: MostInstallations,
): Promise<Installations> {
  const areAll = found.length <= most.latest
  const [latest, bindable, total] = await Promise.all([
    namedRows(req, found.slice(0, most.latest), () => license.product),
    areAll
      ? bindableOf(found).slice(0, most.bindable)
      : findBindable(req, license.id, most.bindable),
    areAll ? found.length : count(req, { license: { equals: license.id } }),
  ])
  return { bindable, latest, total }
}

async function count(req: PayloadRequest, where: Where): Promise<number> {
  const collection = slugOf('activations')
  return (await req.payload.count({ collection, overrideAccess: false, req, where })).totalDocs
}
