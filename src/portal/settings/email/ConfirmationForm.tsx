'use client'

import { useActionState } from 'react'

import { Button } from '../../components/ui/Button'
import { fill } from '../../../text/fill'
import { useMessages } from '../../i18n/MessagesProvider'
import { type ConfirmationState, sendOwnConfirmation } from './actions'

/** Asks for the mail that confirms the present address. */
export function ConfirmationForm({ email }: { email: string }) {
  const { fieldErrors, settings } = useMessages()
  const [state, action, isPending] = useActionState<ConfirmationState>(sendOwnConfirmation, 'idle')
  const texts = {
    failed: settings.failed,
    idle: '',
    sent: fill(settings.email.confirmationSent, { email }),
    tooMany: fieldErrors.tooMany,
  }
  return (
    <form action={action} className="flex flex-wrap items-center gap-3">
      <Button aria-disabled={isPending} size="touch" type="submit">
        {settings.email.sendConfirmation}
      </Button>
      <p className="text-[0.8125rem]" role="status">
        {!isPending && texts[state]}
      </p>
    </form>
  )
}
