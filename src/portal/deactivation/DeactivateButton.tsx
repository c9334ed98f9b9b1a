'use client'

import { Button } from '../components/ui/Button'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { deactivatePath } from '../shell/paths'
import { useAskToDeactivate } from './DeactivationScope'

type DeactivateButtonProps = { id: string; installation: string }

/** Asks before an installation is deactivated: in a dialog, or on a page of its own where there is no JavaScript. */
export function DeactivateButton({ id, installation }: DeactivateButtonProps) {
  const { deactivate } = useMessages()
  const ask = useAskToDeactivate()
  return (
    <form
      action={deactivatePath(id)}
      onSubmit={(event) => {
        if (!ask) return
        event.preventDefault()
        ask({ id, installation })
      }}
    >
      <Button
        aria-label={fill(deactivate.actionOn, { installation })}
        className="max-md:h-11 max-md:w-full"
        size="sm"
        type="submit"
      >
        {deactivate.action}
      </Button>
    </form>
  )
}
