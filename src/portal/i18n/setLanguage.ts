'use server'

import { refuseForeignOrigin } from '../actions/refuse'
import { knownLanguage } from './language'
import { rememberLanguage } from './rememberLanguage'

/** Remembers the language that a visitor chose in this browser. */
export async function setLanguage(form: FormData): Promise<void> {
  await refuseForeignOrigin()
  const language = knownLanguage(form.get('language'))
  if (language) await rememberLanguage(language)
}
