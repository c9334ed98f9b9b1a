import type { NextRequest } from 'next/server'

import { avatarResponse } from '../../../../../portal/avatar/avatarResponse'
import { getCustomer } from '../../../../../portal/session/customer'

/** The photo of whoever is signed in. */
export async function GET(request: NextRequest): Promise<Response> {
  const session = await getCustomer()
  if (!session) return new Response(null, { headers: { 'Cache-Control': 'no-store' }, status: 401 })
  return avatarResponse(session.req, session.customer, request.headers.get('if-none-match'))
}
