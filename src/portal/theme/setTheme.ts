'use server'

import { cookies } from 'next/headers'

import { portalBase } from '../../http/portalPath'
import { formOf } from '../actions/formOf'
import { refuseForeignOrigin } from '../actions/refuse'
import { knownTheme, themeCookie } from './theme'

/** Remembers the look that the visitor chose in this browser. */
export async function setTheme(sent: unknown): Promise<void> {
  await refuseForeignOrigin()
  const form = formOf(sent)
  ;(await cookies()).set(themeCookie, knownTheme(form.get('theme')), {
    maxAge: 365 * 24 * 60 * 60,
    path: portalBase(),
    sameSite: 'lax',
  })
}
