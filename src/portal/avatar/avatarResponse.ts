import type { PayloadRequest } from 'payload'

import type { Customer } from '../../../payload-types'
import { fileStorage } from '../../storage/fileStorage'
import { avatarVersion } from './avatarVersion'
import { slugOf } from '../../slugs/slugOf'

/**
 * The photo of a customer, for themselves. Browsers keep it, and ask each time whether it is still the one.
 *
 * @param ifNoneMatch the request's header of this name
 * @returns 404 when there is none
 */
export async function avatarResponse(
  req: PayloadRequest,
  customer: Pick<Customer, 'avatar'>,
  ifNoneMatch: null | string,
): Promise<Response> {
  const filename = await findFilename(req, avatarVersion(customer))
  if (!filename) return notFound()
  const headers = { ...always, ETag: `"${filename}"` }
  if (ifNoneMatch === headers.ETag) return new Response(null, { headers, status: 304 })
  try {
    const file = await fileStorage(req.payload).open('avatars', filename)
    if (file) return new Response(await file.stream(), { headers: { ...headers, ...ofPhoto } })
    req.payload.logger.error({ msg: `The file of an avatar is missing: ${filename}` })
  } catch (err) {
    req.payload.logger.error({ err, msg: `The file of an avatar could not be read: ${filename}` })
  }
  return notFound()
}

const always = {
  'Cache-Control': 'private, no-cache',
  Vary: 'Cookie',
  'X-Content-Type-Options': 'nosniff',
}

const ofPhoto = {
  'Content-Disposition': 'inline; filename="avatar.webp"',
  'Content-Type': 'image/webp',
}

async function findFilename(req: PayloadRequest, id: null | string): Promise<null | string> {
  if (!id) return null
  const avatar = await req.payload.findByID({
    collection: slugOf('avatars'),
    depth: 0,
    disableErrors: true,
    id,
    // Avatars are administrators' only; a customer gets their own, whose id comes from their session.
    overrideAccess: true,
    req,
  })
  return avatar?.filename ?? null
}

function notFound(): Response {
  return new Response(null, { headers: { ...always, 'Cache-Control': 'no-store' }, status: 404 })
}
