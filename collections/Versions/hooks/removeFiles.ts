import type { CollectionAfterDeleteHook } from 'payload'

import type { Version } from '../../../payload-types'
import { queueRemoval } from '../../ReleaseFiles/queueRemoval'

/** The files of a version go with it. */
export const removeFiles: CollectionAfterDeleteHook<Version> = ({ doc, req }) =>
  queueRemoval(req, [doc.mainFile, doc.sqlFile])
