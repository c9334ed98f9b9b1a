import { createHash } from 'node:crypto'

import { describedCalls } from '../routes/described'
import type { ApiContext } from '../types'
import { renderReference, style } from './render'

const styleHash = createHash('sha256').update(style).digest('base64')

/** `GET /docs`: the reference of both APIs as a page, without a script and without anything from elsewhere. */
export function referencePage(context: ApiContext): Response {
  const { config } = context.get('services').payload
  context.header('Cache-Control', 'public, max-age=300')
  context.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )
  return context.html(renderReference(describedCalls, `${config.serverURL}${config.routes.api}`))
}
