/**
 * What an action was called with as its form. Whoever calls it by hand sends what they like in its place, or nothing: that is a form without
 * fields, which the action answers as any other that was filled in badly.
 */
export function formOf(sent: unknown): FormData {
  return sent instanceof FormData ? sent : new FormData()
}
