import { redirect } from 'next/navigation'

import { getI18n } from '../i18n/getI18n'
import type { SearchParams } from '../listing/listParams'
import { getCustomer } from '../session/customer'
import { safeRedirect } from '../session/redirect'
import { EntryFrame } from '../shell/EntryFrame'
import { LoginForm } from './LoginForm'

/** The way in. Whoever is in already goes where they wanted to. */
export async function LoginPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = Array.isArray(searchParams.redirect)
    ? searchParams.redirect[0]
    : searchParams.redirect
  const target = safeRedirect(asked)
  if (await getCustomer()) redirect(target)
  const { messages } = await getI18n()
  return (
    <EntryFrame intro={messages.login.intro} title={messages.login.heading}>
      <LoginForm redirect={target} />
    </EntryFrame>
  )
}
