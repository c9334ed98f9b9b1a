/** A part of a file, both ends included. */
export type ByteRange = { end: number; start: number }

/**
 * The one range that a request asks for (RFC 9110, 14.2).
 *
 * @param header the header `Range`
 * @param size of the file in bytes
 * @returns null for the whole file: also for several ranges and for what cannot be read, which a server may ignore
 */
export function readRange(header: null | string, size: number): 'unsatisfiable' | ByteRange | null {
  const match = /^bytes=(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/.exec(header?.trim() ?? '')
  if (!match) return null
  const [, first, last, suffix] = match
  if (suffix !== undefined) {
    const length = Math.min(Number(suffix), size)
    return length === 0 ? 'unsatisfiable' : { end: size - 1, start: size - length }
  }
  const start = Number(first)
  const end = Math.min(last === undefined ? size - 1 : Number(last), size - 1)
  if (last !== undefined && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { end, start }
}
