/**
 * Whether a writing request comes from a page of this site: its `Origin` is there and is ours.
 *
 * @param serverURL the configured address of the site; empty in development, where the `Host` header stands for it
 */
export function isSameOrigin(headers: Headers, serverURL: string): boolean {
  const origin = headers.get('origin')
  if (!origin || !URL.canParse(origin)) return false
  if (serverURL) return origin === new URL(serverURL).origin
  return new URL(origin).host === headers.get('host')
}
