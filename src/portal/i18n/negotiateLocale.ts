/** Which texts a visitor reads and in which form dates and numbers appear. */
export type Locale = {
  /** Key of the table of texts, such as `en`. */
  language: string
  /** For `Intl`: the visitor's own region where its language is the one of the texts, such as `en-GB`. */
  tag: string
}

/**
 * The best language for an `Accept-Language` header. Dates follow the region of the language chosen, never another
 * language, so that a page does not mix two.
 *
 * @param available languages there are, the default first
 */
export function negotiateLocale(header: null | string, available: readonly string[]): Locale {
  for (const tag of preferredTags(header ?? '')) {
    const language = new Intl.Locale(tag).language
    if (available.includes(language)) return { language, tag }
  }
  const fallback = available[0] ?? 'en'
  return { language: fallback, tag: fallback }
}

function preferredTags(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
      return { quality: Number(quality.find(Boolean) ?? 1), tag: canonicalTag(tag.trim()) }
    })
    .filter(
      (entry): entry is { quality: number; tag: string } => Boolean(entry.tag) && entry.quality > 0,
    )
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag)
}

/** Without extensions: `-u-ca-…` would let a header choose another calendar or digits. */
function canonicalTag(tag: string): null | string {
  try {
    return new Intl.Locale(tag).baseName
  } catch {
    return null
  }
}
