import type { Where } from 'payload'

import type { ApiContext } from '../types'
import { slugOf } from '../../slugs/slugOf'

/**
 * Deletes release files that a version had before, unless another version has them. What goes wrong is logged: the call itself is
 * done.
 */
export async function removeUnusedFiles(
  context: ApiContext,
  ids: readonly (null | string)[],
): Promise<void> {
  const { payload } = context.get('services')
  // The internal key was checked; it acts as an administrator.
  const asAdmin = { overrideAccess: true } as const
  for (const id of ids) {
    if (id === null) continue
    try {
      const where: Where = { or: [{ mainFile: { equals: id } }, { sqlFile: { equals: id } }] }
      const { totalDocs } = await payload.count({
        ...asAdmin,
        collection: slugOf('versions'),
        where,
      })
      if (totalDocs === 0)
        await payload.delete({ ...asAdmin, collection: slugOf('release-files'), id })
    } catch (error) {
      payload.logger.warn(`A replaced release file was not removed: ${String(error)}`)
    }
  }
}
