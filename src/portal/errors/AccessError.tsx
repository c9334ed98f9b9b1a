'use client'

import { Lock, SearchX } from '../components/icons'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { useMessages } from '../i18n/MessagesProvider'
import { paths } from '../shell/paths'
import { ErrorView } from './ErrorView'
import { RefreshNavigation } from './RefreshNavigation'

/**
 * What stands under an address that leads nowhere (404) or that the customer may not use (403). Next sends it along with every page, in
 * case: as a component of the browser that is its name alone.
 */
export function AccessError({ kind }: { kind: 'forbidden' | 'notFound' }) {
  const { errors } = useMessages()
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
