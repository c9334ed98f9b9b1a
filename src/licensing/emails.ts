/**
 * The form in which e-mail addresses are stored and compared: Unicode NFKC, trimmed, lower-cased.
 *
 * @param address as somebody typed it
 */
export function normalizeEmailAddress(address: string): string {
  return address.normalize('NFKC').trim().toLowerCase()
}
