import type { NextRequest } from 'next/server'

import { GET as avatar } from '../../../src/app/(portal)/customer/(account)/avatar/route'
import { GET as certificate } from '../../../src/app/(portal)/customer/(account)/product-licenses/[id]/certificate/route'
import { GET as release } from '../../../src/app/(portal)/customer/(account)/product-licenses/[id]/downloads/[version]/[type]/route'
import { GET as ownData } from '../../../src/app/(portal)/customer/(account)/settings/data/export/route'
import { extensionsOf } from '../../../src/extensions/extensionsOf'
import { portalPayload } from '../../../src/portal/session/payload'

type FileParams = { id?: string; type?: string; version?: string }

/**
 * Every file of the portal: the customer's photo and data, certificates of licences and files of versions. For a route file at each of
 * their addresses; all of them ask who is signed in. Where the app has no portal there are none.
 */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<FileParams | undefined> },
): Promise<Response> {
  const { config: running } = await portalPayload()
  if (!extensionsOf(running).isPortalOn) return new Response(null, { status: 404 })
  const { id = '', type = '', version = '' } = (await params) ?? {}
  if (version) return release(request, { params: Promise.resolve({ id, type, version }) })
  if (id) return certificate(request, { params: Promise.resolve({ id }) })
  const path = request.nextUrl.pathname.replace(/\/$/, '')
  if (path.endsWith('/avatar')) return avatar(request)
  return path.endsWith('/settings/data/export') ? ownData() : new Response(null, { status: 404 })
}
