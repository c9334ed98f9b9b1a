import 'server-only'

import { cookies, headers } from 'next/headers'
import { cache } from 'react'

import { defaultLanguage, languages, type Messages } from '../messages/languages'
import { fillPlural, type Plural } from '../../text/fill'
import { getSettings } from '../../../collections/Settings/getSettings'
import { getCustomer } from '../session/customer'
import { portalSettings } from '../session/settings'
import { createFormats, type Formats } from './format'
import { knownLanguage, languageCookie } from './language'
import { negotiateLocale } from './negotiateLocale'
import { knownTimeZone, timeZoneCookie } from './timeZone'

/** The texts and formats of the visitor who makes the request. */
export type I18n = {
  count: (forms: Plural, count: number) => string
  format: Formats
  language: string
  messages: Messages
  timeZone: string
}

/**
 * Language as the customer has set it, else as it was chosen in this browser, else by `Accept-Language`; time zone by the cookie
 * that the browser leaves. Worked out once per request.
 */
export const getI18n = cache(async (): Promise<I18n> => {
  const jar = await cookies()
  const chosen = (await ownLanguage()) ?? knownLanguage(jar.get(languageCookie)?.value)
  const available = chosen ? [chosen] : [defaultLanguage, ...Object.keys(languages)]
  const { language, tag } = negotiateLocale((await headers()).get('accept-language'), available)
  const timeZone = knownTimeZone(jar.get(timeZoneCookie)?.value)
  return {
    count: (forms, count) => fillPlural(forms, count, tag),
    format: createFormats(tag, timeZone),
    language,
    messages: { ...(languages[language] as Messages), brand: await getBrand() },
    timeZone,
  }
})

/** Where the session cannot be read, the page says so itself; it needs a language for that. */
async function ownLanguage() {
  const session = await getCustomer().catch(() => null)
  return knownLanguage(session?.customer.language)
}

/** The seller's name for the product, as the settings have it. */
async function getBrand(): Promise<string> {
  const session = await getCustomer().catch(() => null)
  const { productName } = await (session ? getSettings(session.req) : portalSettings())
  return productName
}
