import { keepFew } from './keepFew'

/** A text in the forms that a language has for numbers; `other` is always there. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Marks a text with several number forms, so that a language may have more of them than English. */
export function plural(forms: Plural): Plural {
  return forms
}

/** Puts values into a text: `fill('Page {page}', { page: '2' })`. A placeholder without a value stays. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}

const rulesOf = keepFew((locale) => new Intl.PluralRules(locale))
const numbersOf = keepFew((locale) => new Intl.NumberFormat(locale))

/** The form for a count, with the count in the locale's digits put in for `{count}`. */
export function fillPlural(forms: Plural, count: number, locale: string): string {
  const form = forms[rulesOf(locale).select(count)] ?? forms.other
  return fill(form, { count: numbersOf(locale).format(count) })
}
