'use server'

import { refresh } from 'next/cache'

import { formOf } from '../../actions/formOf'
import { refuseForeignOrigin } from '../../actions/refuse'
import { knownLanguage } from '../../i18n/language'
import { rememberLanguage } from '../../i18n/rememberLanguage'
import { requireCustomer } from '../../session/customer'
import { paths } from '../../shell/paths'
import { saveLanguage } from './saveLanguage'

export type LanguageState = { result: 'failed' | 'idle' | 'saved' }

/** Saves the customer's own language. What is none means that the portal follows the browser. */
export async function updateLanguage(
  _previous: LanguageState,
  sent: unknown,
): Promise<LanguageState> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  const { customer, req } = await requireCustomer(paths.settings)
  const language = knownLanguage(form.get('language'))
  try {
    await saveLanguage(req, customer.id, language)
  } catch (err) {
    req.payload.logger.error({ err, msg: 'A customer could not change their language' })
    return { result: 'failed' }
  }
  // The login page is in it as well, after the customer logged out.
  await rememberLanguage(language)
  refresh()
  return { result: 'saved' }
}
