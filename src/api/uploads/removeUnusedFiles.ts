import { removeUnusedFile } from '../../releases/removeUnusedFile'
import type { ApiContext } from '../types'

/**
 * Deletes release files that a version had before, unless another version has them. What goes wrong is logged: the call itself is
 * done.
 */
export async function removeUnusedFiles(
  context: ApiContext,
  ids: readonly (null | string)[],
): Promise<void> {
  const { payload } = context.get('services')
  for (const id of ids) {
    if (id === null) continue
    try {
      await removeUnusedFile(payload, id)
    } catch (error) {
      payload.logger.warn(`A replaced release file was not removed: ${String(error)}`)
    }
  }
}
