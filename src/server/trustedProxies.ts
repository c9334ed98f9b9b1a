/** How many reverse proxies are trusted at the moment. */
export type TrustedProxies = { current: () => number; stop: () => void }

const usualPauseMs = 5000

/**
 * Follows a setting that the address of every request depends on, and that must not cost a query for each.
 *
 * @param read the setting; null where the environment decides
 * @param fallback what the environment says
 */
export async function followTrustedProxies(
  read: () => Promise<null | number | undefined>,
  fallback: number,
  everyMs = usualPauseMs,
): Promise<TrustedProxies> {
  let proxies = fallback
  const look = async () => {
    // While the database is away, what held before goes on.
    proxies = (await read().catch(() => proxies)) ?? fallback
  }
  await look()
  const timer = setInterval(() => void look(), everyMs).unref()
  return { current: () => proxies, stop: () => clearInterval(timer) }
}
