import type { CollectionBeforeDeleteHook } from 'payload'

import type { Version } from '../../../payload-types'
import { slugOf } from '../../../src/slugs/slugOf'
import { queueRemoval } from '../../ReleaseFiles/queueRemoval'

/** Deletes the versions of a product and the links to them with it, in the same transaction; their files after it. */
export const deleteVersions: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { product: { equals: id } }
  const { docs } = await req.payload.db.find<Version>({
    collection: slugOf('versions'),
    limit: 0,
    pagination: false,
    req,
    select: { mainFile: true, sqlFile: true },
    where,
  })
  for (const collection of ['download-tokens', 'versions'] as const) {
    await req.payload.db.deleteMany({ collection: slugOf(collection), req, where })
  }
  await queueRemoval(
    req,
    docs.flatMap(({ mainFile, sqlFile }) => [mainFile, sqlFile]),
  )
}
