import type { CustomerLanguage } from '../../../collections/Customers/fields/language'

/** Cookie that remembers the language that a visitor chose in this browser. */
export const languageCookie = 'lm-language'

/** Each language's name in itself, so that whoever reads it finds it on a page in any other. */
export const languageNames: Readonly<Record<CustomerLanguage, string>> = {
  en: 'English',
  de: 'Deutsch',
}

export const languageChoices = Object.keys(languageNames) as CustomerLanguage[]

/** The language that a cookie or form names; null for whatever is none. */
export function knownLanguage(value: unknown): CustomerLanguage | null {
  return languageChoices.find((language) => language === value) ?? null
}
