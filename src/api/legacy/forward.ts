import { readRaw } from '../body'
import type { ApiContext } from '../types'

type Fields = Record<string, unknown>

/** A call of the API of today. */
export type Call = {
  body?: Fields
  method: 'DELETE' | 'GET' | 'HEAD' | 'POST' | 'PUT'
  path: string
}

/** Sends a call through the API, as if the caller had made it: its key, its limits and its answers are those of the call. */
export type Dispatch = (request: Request) => Promise<Response> | Response

/** What was answered, read. */
export type Answer = { body: Fields; status: number }

/** What an old caller sent, by the address where it asks by GET; nothing where it sent a list, as PHP writes an empty array. */
export async function readLegacy(context: ApiContext): Promise<Fields> {
  if (context.req.method === 'GET') return context.req.query()
  const text = await context.req.raw.clone().text()
  if (/^\s*(?:\[\s*\])?\s*$/.test(text)) return {}
  return (await readRaw(context)) as Fields
}

/** Makes a call in the caller's place, who is told as well when to try again. */
export async function forward(
  context: ApiContext,
  dispatch: Dispatch,
  { body, method, path }: Call,
): Promise<Response> {
  const headers = new Headers(context.req.raw.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  const { origin } = new URL(context.req.url)
  const response = await dispatch(
    new Request(`${origin}${path}`, {
      body: body === undefined ? null : JSON.stringify(withoutNull(body)),
      headers,
      method,
    }),
  )
  const retryAfter = response.headers.get('retry-after')
  if (retryAfter !== null) context.header('Retry-After', retryAfter)
  return response
}

/** An answer that is no file. That of `HEAD` has nothing to read. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  return { body: text ? (JSON.parse(text) as Fields) : {}, status: response.status }
}

/** Old callers name every field and leave null in those they do not use. */
function withoutNull(body: Fields): Fields {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== null && value !== undefined),
  )
}
