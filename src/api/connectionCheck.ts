import type { ApiContext } from './types'

/** `GET /connection-check`: whether the address and the key are right. */
export function connectionCheck(context: ApiContext): Response {
  return context.json({ status: true, message: context.get('messages').connected })
}
