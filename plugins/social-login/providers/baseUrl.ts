import { parseUrl } from '../../../src/text/parseUrl'

/**
 * The address of a provider, without a slash at its end: the usual one, or the one that the environment names, for a company's own
 * server or for tests.
 *
 * @throws Error for an address that is none
 */
export function baseUrl(variable: string, usual: string): string {
  const url = process.env[variable] || usual
  if (!/^https?:$/.test(parseUrl(url)?.protocol ?? '')) {
    throw new Error(`socialLogin: ${variable} must be an address such as ${usual}.`)
  }
  return url.replace(/\/+$/, '')
}
