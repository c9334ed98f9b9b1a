import { isReleaseAllowed, selectUpdate } from '../../licensing/updates'
import { countDownload, type DownloadLink, findLink } from '../../releases/downloadTokens'
import { readRange } from '../../releases/range'
import {
  findReleaseById,
  listReleases,
  type ReleaseDetails,
  type ReleaseFile,
} from '../../releases/repository'
import { streamFile } from '../../releases/streamFile'
import { ApiError } from '../errors'
import { pathName } from '../internal/request'
import { enforceRateLimit } from '../rateLimit/enforce'
import type { ApiContext } from '../types'

/** How long a download that was counted may be continued without being counted again. */
const continuationMs = 60 * 60 * 1000

/**
 * `GET /download/{token}`: the file of a temporary link. What delivers bytes counts, but for a range that does not begin at the first byte
 * within an hour after a counted download: that continues it.
 *
 * @throws ApiError 404 for an unknown link or a file that is gone, 410 for one that has ended, 403 for one that is used up
 */
export async function downloadByToken(context: ApiContext): Promise<Response> {
  // Anybody may come here: guessing has to end.
  await enforceRateLimit(context, null)
  const { db, payload } = context.get('services')
  const link = await findLink(db, pathName(context, 'token'))
  if (!link) throw new ApiError(404, 'notFound')
  if (link.expiresAt && link.expiresAt <= new Date()) throw new ApiError(410, 'expiredLink')
  const file = await findFile(context, link)
  if (!file) throw new ApiError(404, 'notFound')
  const isUsedUp = link.maxDownloads !== null && link.downloads >= link.maxDownloads
  const kind = kindOf(context, link, file)
  if (kind === 'nothing' && isUsedUp) throw new ApiError(403, 'usedUpLink')
  if (kind === 'download' && !(await countDownload(db, link.id))) {
    throw new ApiError(403, 'usedUpLink')
  }
  const response = await streamFile(payload, context.req.raw, file)
  if (!response) throw new ApiError(404, 'notFound')
  return response
}

function kindOf(
  context: ApiContext,
  link: DownloadLink,
  { size }: ReleaseFile,
): 'continuation' | 'download' | 'nothing' {
  if (context.req.method === 'HEAD') return 'nothing'
  const range = readRange(context.req.header('range') ?? null, size)
  if (range === 'unsatisfiable') return 'nothing'
  const isFresh = Date.now() - link.lastCountedAt.getTime() < continuationMs
  // With another checksum than it has, the whole file would be sent.
  const isWhole = range === null || context.req.header('if-range') !== undefined
  return !isWhole && range.start > 0 && link.downloads > 0 && isFresh ? 'continuation' : 'download'
}

async function findFile(
  context: ApiContext,
  { productId, type, versionId }: DownloadLink,
): Promise<null | ReleaseFile> {
  const { db } = context.get('services')
  const id = versionId ?? (await findLatest(context, productId))
  const release = id === null ? null : await findReleaseById(db, id)
  return release && isOffered(release)
    ? type === 'main'
      ? release.mainFile
      : release.sqlFile
    : null
}

function isOffered({ isActive, product }: ReleaseDetails): boolean {
  return isActive && product.isActive
}

async function findLatest(context: ApiContext, productId: string): Promise<null | string> {
  const releases = await listReleases(context.get('services').db, productId)
  const terms = { now: new Date(), updatesUntil: null }
  const offered = releases.filter((release) => isReleaseAllowed(release, terms))
  return selectUpdate(offered, { installed: null, serveLatest: true })?.id ?? null
}
