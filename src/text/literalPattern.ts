/** Words as a part of a LIKE pattern: its wildcards stand for themselves. Payload puts what `contains` is asked for into one as it is. */
export function literalPattern(words: string): string {
  return words.replace(/[\\%_]/g, String.raw`\$&`)
}
