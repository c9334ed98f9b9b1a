'use client'

import { useActionState, useEffect } from 'react'

import { useAnnounce } from '../../components/Announcer'
import { Button } from '../../components/ui/Button'
import { fill } from '../../../text/fill'
import { useMessages } from '../../i18n/MessagesProvider'
import { endOtherSessions, endOwnSession, type EndState } from './actions'

/** Ends one session. */
export function EndSessionForm({ browser, id }: { browser: string; id: string }) {
  const { sessions } = useMessages().settings
  const [state, action, isPending] = useActionState<EndState, FormData>(endOwnSession, 'idle')
  useOutcome(state, sessions.ended)
  return (
    <form action={action}>
      <input name="id" type="hidden" value={id} />
      <Button
        aria-disabled={isPending}
        aria-label={fill(sessions.endOf, { browser })}
        size="touch"
        type="submit"
      >
        {sessions.end}
      </Button>
      <Failure isShown={state === 'failed' && !isPending} />
    </form>
  )
}

/** Ends all sessions but this one. */
export function EndOthersForm() {
  const { sessions } = useMessages().settings
  const [state, action, isPending] = useActionState<EndState>(endOtherSessions, 'idle')
  useOutcome(state, sessions.endedOthers)
  return (
    <form action={action} className="mt-2 border-t pt-5">
      <Button aria-disabled={isPending} size="touch" type="submit">
        {sessions.endOthers}
      </Button>
      <Failure isShown={state === 'failed' && !isPending} />
    </form>
  )
}

function useOutcome(state: EndState, text: string): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (state === 'ended') announce(text)
  }, [announce, state, text])
}

function Failure({ isShown }: { isShown: boolean }) {
  const { settings } = useMessages()
  return (
    <p className="text-danger mt-1 text-xs" role="alert">
      {isShown && settings.failed}
    </p>
  )
}
