import { Lock, SearchX } from 'lucide-react'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { getCustomer } from '../session/customer'
import { CurrentPages } from '../shell/PagesContext'
import { paths } from '../shell/paths'
import { portalPages } from '../shell/portalPages'
import { ErrorView } from './ErrorView'

/** What stands under an address that leads nowhere (404) or that the customer may not use (403). */
export async function AccessError({ kind }: { kind: 'forbidden' | 'notFound' }) {
  const [{ messages }, session] = await Promise.all([getI18n(), getCustomer()])
  const { errors } = messages
  return (
    <>
      {session && <CurrentPages {...await portalPages(session.req)} />}
      <ErrorView
        hint={kind === 'notFound' ? errors.notFoundHint : errors.forbiddenHint}
        icon={kind === 'notFound' ? SearchX : Lock}
        title={errors[kind]}
      >
        <Button asChild size="touch" variant="primary">
          <AppLink href={paths.dashboard}>{errors.home}</AppLink>
        </Button>
      </ErrorView>
    </>
  )
}
