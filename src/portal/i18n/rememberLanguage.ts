import 'server-only'

import { cookies } from 'next/headers'

import { portalBase } from '../../http/portalPath'
import type { CustomerLanguage } from '../../../collections/Customers/fields/language'
import { languageCookie } from './language'

/** Remembers a language in this browser, for the pages where nobody is signed in; null lets it follow the browser again. */
export async function rememberLanguage(language: CustomerLanguage | null): Promise<void> {
  const jar = await cookies()
  const path = portalBase()
  if (!language) {
    jar.delete({ name: languageCookie, path })
    return
  }
  jar.set(languageCookie, language, { maxAge: 365 * 24 * 60 * 60, path, sameSite: 'lax' })
}
