/** Cookie that remembers the look that a visitor chose. */
export const themeCookie = 'lm-theme'

export const themes = ['light', 'dark', 'system'] as const

export type Theme = (typeof themes)[number]

/** The theme that a cookie or form names; the system's for whatever is none. */
export function knownTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}
