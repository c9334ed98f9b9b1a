import { Lock, SearchX } from 'lucide-react'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { getI18n } from '../i18n/getI18n'
import { paths } from '../shell/paths'
import { ErrorView } from './ErrorView'
import { RefreshNavigation } from './RefreshNavigation'

/** What stands under an address that leads nowhere (404) or that the customer may not use (403). */
export async function AccessError({ kind }: { kind: 'forbidden' | 'notFound' }) {
  const { errors } = (await getI18n()).messages
  return (
    <>
      <RefreshNavigation />
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
