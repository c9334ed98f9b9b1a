import { redirect } from 'next/navigation'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { fill } from '../../text/fill'
import { getI18n } from '../i18n/getI18n'
import { getCustomer } from '../session/customer'
import { EntryFrame } from '../shell/EntryFrame'
import { paths } from '../shell/paths'
import { submitLogout } from './submitLogout'

/** Asks whether to log out: opening an address must not end a session. */
export async function LogoutPage() {
  const session = await getCustomer()
  if (!session) redirect(paths.login)
  const { messages } = await getI18n()
  const texts = messages.logout
  return (
    <EntryFrame intro={fill(texts.intro, { email: session.customer.email })} title={texts.heading}>
      <form action={submitLogout} className="grid gap-2">
        <Button className="h-11" type="submit" variant="primary">
          {messages.nav.logOut}
        </Button>
        <Button asChild className="h-11">
          <AppLink href={paths.dashboard}>{texts.cancel}</AppLink>
        </Button>
      </form>
    </EntryFrame>
  )
}
