/**
 * An address, or null where the text is none. Not by `URL.canParse`: that of Node 20 calls every address with a letter beyond ASCII none, once it
 * was called often enough to be compiled.
 */
export function parseUrl(text: string, base?: string | URL): null | URL {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
