const longestAddress = 2048
const longestDomain = 253
const anyScheme = /^[a-z][a-z\d+.-]*:[/\\]+/i

/**
 * The domain of a URL or host, as the server compares it: no scheme, port, path, user or leading `www.`, in ASCII and lower case; IPv6
 * without brackets.
 *
 * @returns null when it names no host
 */
export function domainOf(address: null | string | undefined): null | string {
  const text = address?.trim()
  if (!text || text.length > longestAddress || /[\p{Cc}\s]/u.test(text)) return null
  const host = ipv6Of(text) ?? parseAddress(text)?.hostname.replace(/\.$/, '')
  if (!host) return null
  const ip = ipv6Of(host)
  if (ip) return ip
  // One label must be left with another behind it: `www.com` is a name of its own.
  const domain = host.replace(/^(?:www\.)+(?=[^.]+\.)/, '')
  return isDomain(domain) ? domain : null
}

/** A URL of any scheme, or a host, read as a web address; null for what is none. */
export function parseAddress(text: string): null | URL {
  return parse(`http://${text.replace(anyScheme, '').replace(/^[/\\]+/, '')}`)
}

/** The scheme of an address with what separates it, or nothing. */
export function schemeOf(text: string): string {
  return anyScheme.exec(text)?.[0] ?? ''
}

/** The shortest text of an IPv6 address, IPv4 in IPv6 as IPv4. */
function ipv6Of(text: string): null | string {
  const address = text.replace(/^\[(.*)\]$/, '$1').replace(/%[\da-z]+$/i, '')
  if (!/^[\da-f]*:[\da-f:.]*$/i.test(address)) return null
  const short = parse(`http://[${address}]`)?.hostname.slice(1, -1)
  if (!short) return null
  const mapped = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(short)
  if (!mapped) return short
  return mapped
    .slice(1)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join('.')
}

function isDomain(domain: string): boolean {
  return (
    domain.length > 0 &&
    domain.length <= longestDomain &&
    domain.split('.').every((label) => /^[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?$/.test(label))
  )
}

function parse(url: string): null | URL {
  try {
    return new URL(url)
  } catch {
    return null
  }
}
