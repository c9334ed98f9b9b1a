/** A released version, as the rules see it. */
export type Release = { id: string; releasedAt: Date; version: string }

/** What PHP's `version_compare` ranks words by: anything else comes first, a number stands at `#`. */
const ranks = new Map([
  ['dev', 1],
  ['alpha', 2],
  ['a', 2],
  ['beta', 3],
  ['b', 3],
  ['rc', 4],
  ['#', 5],
  ['pl', 6],
  ['p', 6],
])
const numberRank = 5

/**
 * Orders two names of versions: part by part, numbers as numbers, words as PHP's `version_compare` has them, so that
 * `1.2.0-beta` < `1.2.0-rc.1` < `1.2` = `1.2.0` < `1.10`. A leading `v` and what follows a `+` do not count.
 *
 * @returns negative where the first is the older one, 0 where they are alike
 */
export function compareVersions(one: string, other: string): number {
  const [parts, otherParts] = [partsOf(one), partsOf(other)]
  for (let index = 0; index < Math.max(parts.length, otherParts.length); index++) {
    const difference = compareParts(parts[index] ?? '0', otherParts[index] ?? '0')
    if (difference !== 0) return difference
  }
  return 0
}

/** The releases, the newest first: by version, and by date where two versions are alike. */
export function newestFirst<T extends Release>(releases: readonly T[]): T[] {
  return [...releases].sort(
    (one, other) =>
      compareVersions(other.version, one.version) ||
      other.releasedAt.getTime() - one.releasedAt.getTime() ||
      (one.id < other.id ? -1 : 1),
  )
}

/**
 * Whether a licence may have a release: everything that was released up to the end of its updates, that moment included. What is
 * to be released later is nobody's yet.
 *
 * @param updatesUntil null: without end
 */
export function isReleaseAllowed(
  { releasedAt }: Pick<Release, 'releasedAt'>,
  { now, updatesUntil }: { now: Date; updatesUntil: Date | null },
): boolean {
  return releasedAt <= now && (updatesUntil === null || releasedAt <= updatesUntil)
}

/**
 * The release to offer to an installation.
 *
 * @param releases those that it may have, in any order
 * @param installed the version that it has; null: none, or unknown
 * @param serveLatest true: the newest one at once; false: the next one after the installed
 * @returns null where there is nothing newer
 */
export function selectUpdate<T extends Release>(
  releases: readonly T[],
  { installed, serveLatest }: { installed: null | string; serveLatest: boolean },
): null | T {
  const sorted = newestFirst(releases)
  if (installed === null) return sorted[0] ?? null
  const newer = sorted.filter(({ version }) => compareVersions(version, installed) > 0)
  return (serveLatest ? newer[0] : newer.at(-1)) ?? null
}

function partsOf(version: string): string[] {
  const name =
    version
      .trim()
      .toLowerCase()
      .replace(/^v(?=\d)/, '')
      .split('+')[0] ?? ''
  return name.match(/\d+|\p{L}+/gu) ?? []
}

function compareParts(one: string, other: string): number {
  const [rank, otherRank] = [rankOf(one), rankOf(other)]
  if (rank !== otherRank) return rank - otherRank
  if (rank === numberRank) return compareNumbers(one, other)
  // Words that have a rank are alike in it; the others go by the alphabet.
  return rank > 0 || one === other ? 0 : one < other ? -1 : 1
}

function rankOf(part: string): number {
  if (/^\d/.test(part)) return numberRank
  return ranks.get(part) ?? 0
}

/** Of any length: the part of a date or a build can be larger than numbers are exact. */
function compareNumbers(one: string, other: string): number {
  const [digits, otherDigits] = [one.replace(/^0+/, ''), other.replace(/^0+/, '')]
  if (digits.length !== otherDigits.length) return digits.length - otherDigits.length
  return digits === otherDigits ? 0 : digits < otherDigits ? -1 : 1
}
