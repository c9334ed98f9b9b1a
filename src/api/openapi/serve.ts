import { describedCalls } from '../routes/described'
import type { ApiContext } from '../types'
import { buildDocument } from './document'

/** `GET /openapi.json`: both APIs as an OpenAPI document. Holds nothing of this installation but its address. */
export function openApiDocument(context: ApiContext): Response {
  const { config } = context.get('services').payload
  context.header('Cache-Control', 'public, max-age=300')
  context.header('Access-Control-Allow-Origin', '*')
  return context.json(buildDocument(describedCalls, `${config.serverURL}${config.routes.api}`))
}
