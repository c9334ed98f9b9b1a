import type { CustomerLanguage } from '../../../collections/Customers/fields/language'
import { de } from './de'
import { en } from './en'

/** The table of the mails' texts. Every language has the same keys. */
export type MailMessages = typeof en

/** The texts of the mails in every language that a customer can have. */
export const mailMessages: Readonly<Record<CustomerLanguage, MailMessages>> = { en, de }
