'use server'

import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { knownLanguage } from './language'
import { rememberLanguage } from './rememberLanguage'

/** Remembers the language that a visitor chose in this browser. */
export async function setLanguage(sent: unknown): Promise<void> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const language = knownLanguage(form.get('language'))
  if (language) await rememberLanguage(language)
}
