/** Words for a search by `contains`, which Payload puts into LIKE as they are: its wildcards stand for themselves. */
export function literalPattern(words: string): string {
  return words.replace(/[\\%_]/g, String.raw`\$&`)
}
