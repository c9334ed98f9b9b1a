/**
 * The address of the client as the outermost trusted proxy saw it.
 *
 * @param trustedProxies how many proxies append to `X-Forwarded-For`; entries left of theirs are the client's own claim
 * @returns null when no trusted proxy named one
 */
export function clientIpFrom(headers: Headers, trustedProxies: number): null | string {
  if (trustedProxies === 0) return null
  const entries = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean)
  return entries.at(-trustedProxies) ?? entries[0] ?? null
}
