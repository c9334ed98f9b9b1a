/** A user agent in words: `{ software: 'Firefox 128', system: 'Windows' }`. */
export type UserAgentDescription = { software: string; system: null | string }

/** In this order: browsers name the ones they descend from. */
const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\b(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /\b(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* .*Safari\//],
] as const

const systems = [
  ['Windows', /\bWindows\b/],
  ['iOS', /\b(?:iPhone|iPad|iOS)\b/],
  ['Android', /\bAndroid\b/],
  ['macOS', /\b(?:Macintosh|Mac OS X|Darwin|macOS)\b/],
  ['Linux', /\b(?:Linux|Ubuntu|Debian)\b/],
] as const

/**
 * What client software says of itself, readable. The header is the client's own claim and may be anything; what cannot be
 * read is shown as it is, shortened.
 *
 * @returns null when there is none
 */
export function describeUserAgent(
  userAgent: null | string | undefined,
): null | UserAgentDescription {
  const text = userAgent
    ?.replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 500)
  if (!text) return null
  return { software: softwareIn(text), system: firstMatch(systems, text)?.name ?? null }
}

function softwareIn(text: string): string {
  if (text.startsWith('Mozilla/')) {
    const browser = firstMatch(browsers, text)
    return browser ? `${browser.name} ${browser.version}` : shorten(text)
  }
  const product = /^([^\s/;()]+)(?:\/v?([\w.+-]+))?/.exec(text)
  return product?.[1] ? shorten([product[1], product[2]].filter(Boolean).join(' ')) : shorten(text)
}

function firstMatch(
  table: readonly (readonly [string, RegExp])[],
  text: string,
): null | { name: string; version: string } {
  for (const [name, pattern] of table) {
    const match = pattern.exec(text)
    if (match) return { name, version: match[1] ?? '' }
  }
  return null
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
