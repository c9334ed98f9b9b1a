import type { ScaleCall } from './scaleCalls'

const good = [200, 201]
/** What an answer of 200 begins with that is none. */
const refused = ['{"is_active":false', '{"status":false', '{"errors":']

/**
 * Makes a call, from a page of the site where one is needed, and reads all of its answer.
 *
 * @param url of the server
 * @returns milliseconds
 * @throws Error for an answer that is not the good one
 */
export async function time(url: string, call: ScaleCall): Promise<number> {
  const { body, file, headers, method = 'GET', name, path: below, status, then } = call
  const begin = performance.now()
  const response = await fetch(`${url}${below}`, {
    body: body ? JSON.stringify(body) : file,
    headers: {
      origin: url,
      'x-forwarded-for': '192.0.2.7',
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    method,
    redirect: 'manual',
  })
  const text = await response.text()
  const ms = performance.now() - begin
  const isGood = status ? response.status === status : good.includes(response.status)
  if (!isGood || refused.some((begin) => text.startsWith(begin))) {
    throw new Error(`${name}: ${response.status} ${text.slice(0, 300)}`)
  }
  then?.(text, response.headers.getSetCookie())
  return ms
}
