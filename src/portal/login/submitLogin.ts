'use server'

import { redirect } from 'next/navigation'

import { refuseForeignOrigin } from '../actions/refuse'
import { logIn } from '../session/login'
import { safeRedirect } from '../session/redirect'

export type LoginState = {
  email: string
  error: 'missing' | 'unavailable' | 'wrong' | null
}

/** Logs a customer in and sends them to the page they came for. */
export async function submitLogin(_previous: LoginState, form: FormData): Promise<LoginState> {
  await refuseForeignOrigin()
  const email = textOf(form.get('email')).trim()
  const password = textOf(form.get('password'))
  if (!email || !password) return { email, error: 'missing' }
  const outcome = await logIn({ email, password })
  if (!outcome.ok) {
    return { email, error: outcome.reason === 'credentials' ? 'wrong' : 'unavailable' }
  }
  redirect(safeRedirect(textOf(form.get('redirect'))))
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}
