'use client'

import { CircleAlert } from '../components/icons'
import { useRouter } from 'next/navigation'
import { startTransition } from 'react'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { useMessages } from '../i18n/MessagesProvider'
import { paths } from '../shell/paths'
import { ErrorView } from './ErrorView'

/**
 * What Next shows when a page could not be rendered. It says nothing of the cause.
 *
 * @param reset renders what is there again; the page is asked for anew before
 */
export function LoadError({ reset }: { reset: () => void }) {
  const { errors } = useMessages()
  const router = useRouter()

  function retry() {
    startTransition(() => {
      router.refresh()
      reset()
    })
  }

  return (
    <ErrorView hint={errors.hint} icon={CircleAlert} title={errors.title}>
      <Button onClick={retry} size="touch" variant="primary">
        {errors.retry}
      </Button>
      <Button asChild size="touch">
        <AppLink href={paths.dashboard}>{errors.home}</AppLink>
      </Button>
    </ErrorView>
  )
}
