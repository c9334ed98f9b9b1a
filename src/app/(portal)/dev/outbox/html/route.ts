import type { NextRequest } from 'next/server'

import { mailHtmlResponse } from '../../../../../portal/outbox/mailHtmlResponse'
import { openOutbox } from '../../../../../portal/outbox/openOutbox'
import { readMail } from '../../../../../portal/outbox/readMail'

/** The HTML of a mail of the outbox. */
export async function GET(request: NextRequest): Promise<Response> {
  const mail = await readMail(await openOutbox(), request.nextUrl.searchParams.get('mail'))
  return mail ? mailHtmlResponse(mail) : new Response(null, { status: 404 })
}
