import { de } from './de'
import { en } from './en'

/** The table of texts. Every language has the same keys. */
export type Messages = typeof en

/** The languages of the portal. The first is used where a visitor's own is not among them. */
export const languages: Readonly<Record<string, Messages>> = { en, de }

export const defaultLanguage = 'en'
