import { de } from './de'
import { en } from './en'

/** The texts of one language. */
export type Messages = typeof en

/** Every language of the API. Another one is one more file. */
const languages: Record<string, Messages> = { de, en }

/** Software written for LicenseBox names languages by their English names. */
const byName: Record<string, string> = { english: 'en', german: 'de' }

/** The texts of the language that a client asks for, English when there are none. */
export function messagesFor(language: null | string | undefined): Messages {
  const said = language?.trim().toLowerCase().split(/[-_]/)[0] ?? ''
  const name = Object.hasOwn(byName, said) ? (byName[said] ?? said) : said
  return (Object.hasOwn(languages, name) ? languages[name] : undefined) ?? en
}

/** Puts a field's name into a text. */
export function fieldText(text: string, field: string): string {
  return text.replace('{field}', field)
}
