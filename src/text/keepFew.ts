/**
 * Makes a function that makes the same thing once and not each time it is asked for it, for things that take long to make, such as formats of `Intl`.
 *
 * @param make given a name, what it names
 * @param most how many are kept; names that visitors choose have no end, so that all are let go when there are more
 */
export function keepFew<T>(make: (name: string) => T, most = 100): (name: string) => T {
  const kept = new Map<string, T>()
  return (name) => {
    const found = kept.get(name)
    if (found !== undefined) return found
    if (kept.size >= most) kept.clear()
    const made = make(name)
    kept.set(name, made)
    return made
  }
}
