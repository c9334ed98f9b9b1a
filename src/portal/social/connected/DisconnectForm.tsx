'use client'

import { useActionState, useEffect, useId, useRef } from 'react'

import { fill } from '../../../text/fill'
import { useAnnounce } from '../../components/Announcer'
import { ProofField } from '../../components/ProofField'
import { Button } from '../../components/ui/Button'
import { Dialog } from '../../components/ui/Dialog'
import { useMessages } from '../../i18n/MessagesProvider'
import { isPasswordProblem } from '../../settings/passwordProblem'
import { disconnect, type DisconnectState } from './actions'

type DisconnectFormProps = { id: string; label: string }

/** Disconnects an account, after the password where there is one. */
export function DisconnectForm({ id, label }: DisconnectFormProps) {
  const { fieldErrors, settings, social } = useMessages()
  const texts = social.connected
  const announce = useAnnounce()
  const dialog = useRef<HTMLDialogElement>(null)
  const domId = useId()
  const [state, action, isPending] = useActionState<DisconnectState, FormData>(disconnect, 'idle')
  useEffect(() => {
    if (state !== 'disconnected') return
    dialog.current?.close()
    announce(texts.disconnected)
  }, [announce, state, texts])
  const errors: Record<string, string> = {
    ...fieldErrors,
    failed: settings.failed,
    gone: texts.gone,
    lastWay: texts.lastWay,
  }
  const isQuiet = state === 'idle' || state === 'disconnected' || isPending
  const text = isQuiet ? null : errors[state]
  const isOfPassword = isPasswordProblem(state)
  return (
    <>
      <Button
        aria-label={fill(texts.disconnectOf, { provider: label })}
        onClick={() => dialog.current?.showModal()}
        size="touch"
      >
        {texts.disconnect}
      </Button>
      <Dialog heading={fill(texts.disconnectHint, { provider: label })} ref={dialog}>
        <form action={action} className="mt-5 grid gap-4" noValidate>
          <input name="id" type="hidden" value={id} />
          <ProofField error={isOfPassword ? text : null} id={`${domId}-password`} />
          {!isOfPassword && text && (
            <p className="text-danger text-[0.8125rem] leading-5">{text}</p>
          )}
          <p className="sr-only" role="alert">
            {text}
          </p>
          <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <Button onClick={() => dialog.current?.close()} size="touch">
              {settings.data.cancelDialog}
            </Button>
            <Button aria-disabled={isPending} size="touch" type="submit" variant="danger">
              {isPending ? texts.working : texts.disconnect}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
