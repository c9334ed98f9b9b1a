'use server'

import { redirect } from 'next/navigation'

import { refuseForeignOrigin } from '../actions/refuse'
import { logOut } from '../session/logout'
import { paths } from '../shell/paths'

/** Ends the customer's session. */
export async function submitLogout(): Promise<void> {
  await refuseForeignOrigin()
  await logOut()
  redirect(paths.login)
}
