'use client'

import { useActionState } from 'react'

import { fill } from '../../../text/fill'
import { Button } from '../../components/ui/Button'
import { useMessages } from '../../i18n/MessagesProvider'
import { type ConnectState, readAgain } from './actions'
import { useLeave } from './useLeave'

/** Has the purchases at Envato read again. The browser passes by there: no token of an earlier reading is kept. */
export function ReadAgainForm() {
  const { connected, purchases } = useMessages().social
  const [state, action, isPending] = useActionState<ConnectState, FormData>(readAgain, {
    url: null,
  })
  const url = 'url' in state ? state.url : null
  useLeave(url)
  return (
    <form action={action}>
      <input name="provider" type="hidden" value="envato" />
      <Button aria-disabled={isPending || url !== null} size="touch" type="submit">
        {isPending || url ? connected.working : purchases.read}
      </Button>
      <p className="text-danger mt-1 text-xs" role="alert">
        {'error' in state && !isPending && fill(connected.failed, { provider: 'Envato' })}
      </p>
    </form>
  )
}
