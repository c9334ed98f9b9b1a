import type { PayloadRequest } from 'payload'

import { getSettings } from '../../../collections/Settings/getSettings'
import { findReleaseById } from '../../releases/repository'
import { streamFile } from '../../releases/streamFile'
import { findLicense } from '../queries/findLicense'
import { portalPages } from '../shell/portalPages'
import { allowedReleases } from './allowedReleases'
import { downloadRules } from './downloadRules'

/** What the address of a file says: any text. */
export type DownloadParams = { id: string; type: string; version: string }

/**
 * A file of a version, for the customer of this request and a licence of theirs for its product. Whose the licence is, and whether it may
 * have the version, is asked at every download; what it may not have is not there.
 *
 * @param req acts as the customer
 * @param request whose method and ranges count
 * @param params.version the version's id
 */
export async function downloadResponse(
  req: PayloadRequest,
  request: Pick<Request, 'headers' | 'method'>,
  { id, type, version }: DownloadParams,
): Promise<Response> {
  if (type !== 'main' && type !== 'sql') return notThere()
  const license = (await portalPages(req)).downloads ? await findLicense(req, id) : null
  const release = license && (await findReleaseById(req.payload.db.drizzle, version))
  if (!license || !release?.isActive || !release.product.isActive) return notThere()
  const { id: productId, licenseUpdate } = release.product
  const [allowed] = allowedReleases(license, [{ ...release, licenseUpdate, productId }], {
    now: new Date(),
    rules: downloadRules(await getSettings(req)),
  })
  const file = type === 'main' ? release.mainFile : release.sqlFile
  if (!allowed || !file) return notThere()
  return (await streamFile(req.payload, request, file)) ?? notThere()
}

function notThere(): Response {
  const headers = { 'Cache-Control': 'private, no-store' }
  return new Response('There is no such file.', { headers, status: 404 })
}
