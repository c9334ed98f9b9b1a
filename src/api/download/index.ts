import { isReleaseAllowed, selectUpdate } from '../../licensing/updates'
import {
  countDownload,
  type DownloadLink,
  findLink,
  giveBackContinuation,
  reserveContinuation,
} from '../../releases/downloadTokens'
import { type ByteRange, readRange } from '../../releases/range'
import {
  findReleaseById,
  listReleases,
  type ReleaseDetails,
  type ReleaseFile,
} from '../../releases/repository'
import { streamFile } from '../../releases/streamFile'
import { inTransaction } from '../../licensing/repository/transaction'
import { requireTime } from '../answerInTime'
import { ApiError } from '../errors'
import { pathName } from '../internal/request'
import { enforceRateLimit } from '../rateLimit/enforce'
import type { ApiContext } from '../types'
import { tellSent } from './tellSent'

/** How long a download that was counted may be continued without being counted again. */
const continuationMs = 60 * 60 * 1000

/**
 * `GET /download/{token}`: the file of a temporary link. What delivers bytes counts, but for a range that does not begin at the first byte
 * within an hour after a counted download: that continues it, up to twice the file's size for each download. What goes beyond counts.
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
  const { size } = file
  const isUsedUp = link.maxDownloads !== null && link.downloads >= link.maxDownloads
  const asked = readRequest(context, link, file)
  if (asked === 'nothing' && isUsedUp) throw new ApiError(403, 'usedUpLink')
  const bytes = typeof asked === 'object' ? asked.end - asked.start + 1 : 0
  const isContinued = bytes > 0 && (await reserveContinuation(db, link.id, { bytes, size }))
  if (!isContinued && asked !== 'nothing' && !(await countInTime(context, link.id))) {
    throw new ApiError(403, 'usedUpLink')
  }
  const response = isContinued
    ? await tellSent(
        () => streamFile(payload, context.req.raw, file),
        (sent) => giveBack(context, link, bytes - sent),
      )
    : await streamFile(payload, context.req.raw, file)
  if (!response) throw new ApiError(404, 'notFound')
  return response
}

/** Counts a download, unless its caller is about to be told to ask again. */
function countInTime(context: ApiContext, id: string): Promise<boolean> {
  return inTransaction(context.get('services').db, async (transaction) => {
    requireTime()
    const isCounted = await countDownload(transaction, id)
    requireTime()
    return isCounted
  })
}

/** @returns the range, where it may continue a download that was counted */
function readRequest(
  context: ApiContext,
  link: DownloadLink,
  { size }: ReleaseFile,
): 'download' | 'nothing' | ByteRange {
  if (context.req.method === 'HEAD') return 'nothing'
  const range = readRange(context.req.header('range') ?? null, size)
  if (range === 'unsatisfiable') return 'nothing'
  const isFresh = Date.now() - link.lastCountedAt.getTime() < continuationMs
  // With another checksum than it has, the whole file would be sent.
  const isWhole = range === null || context.req.header('if-range') !== undefined
  return !isWhole && range.start > 0 && link.downloads > 0 && isFresh ? range : 'download'
}

/** Where that fails, the link allows less than it could, and nobody who downloads notices. */
async function giveBack(context: ApiContext, { id }: DownloadLink, bytes: number): Promise<void> {
  const { db, payload } = context.get('services')
  try {
    if (bytes > 0) await giveBackContinuation(db, id, bytes)
  } catch (err) {
    payload.logger.warn({ err, msg: 'What a continued download did not send was not given back' })
  }
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
