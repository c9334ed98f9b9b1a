/** The texts of a table by their paths; the forms of a plural are texts of their own. */
export function flatten(table: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value] as const]
        : [...flatten(value as object, `${prefix}${key}.`)],
    ),
  )
}

/** The placeholders of a text, sorted: translations may name them in another order. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder).sort()
}

/** The texts that both tables have under the same path. */
export function sameTexts(one: object, other: object): string[] {
  const texts = flatten(other)
  return [...flatten(one)].filter(([key, text]) => texts.get(key) === text).map(([, text]) => text)
}

/** German that addresses the reader with "du". */
export const informalGerman = /\b(du|dich|dir|dein\w*)\b/i
