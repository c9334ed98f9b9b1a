'use client'

import { useActionState, useId, useRef } from 'react'

import { ProofField } from '../components/ProofField'
import { Button } from '../components/ui/Button'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { isPasswordProblem } from '../settings/passwordProblem'
import { deletePasskey, type RemovalState } from './passkeyActions'

/** Removes a passkey, after the current password; of customers without one, after a fresh login. */
export function RemovePasskey({ id, name }: { id: string; name: string }) {
  const { data } = useMessages().settings
  const { fieldErrors, security } = useMessages()
  const texts = security.passkeys
  const dialog = useRef<HTMLDialogElement>(null)
  const domId = useId()
  const [state, action, isPending] = useActionState<RemovalState, FormData>(deletePasskey, 'idle')
  const errors: Record<string, string> = { ...fieldErrors, ...texts }
  const error = state === 'idle' || state === 'removed' || isPending ? null : errors[state]
  const isOfPassword = isPasswordProblem(state)
  return (
    <>
      <Button
        aria-label={fill(texts.removeOf, { name })}
        onClick={() => dialog.current?.showModal()}
        size="touch"
      >
        {texts.remove}
      </Button>
      <dialog
        aria-labelledby={`${domId}-heading`}
        className="bg-raised text-ink shadow-overlay motion-overlay m-auto w-full max-w-md rounded-2xl border p-6 max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0"
        ref={dialog}
      >
        <h3 className="text-base font-semibold wrap-anywhere" id={`${domId}-heading`}>
          {fill(texts.removeHint, { name })}
        </h3>
        <form action={action} className="mt-5 grid gap-4" noValidate>
          <input name="id" type="hidden" value={id} />
          <ProofField error={isOfPassword ? error : null} id={`${domId}-password`} />
          {!isOfPassword && error && (
            <p className="text-danger text-[0.8125rem] leading-5">{error}</p>
          )}
          <p className="sr-only" role="alert">
            {error}
          </p>
          <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <Button onClick={() => dialog.current?.close()} size="touch">
              {data.cancelDialog}
            </Button>
            <Button aria-disabled={isPending} size="touch" type="submit" variant="danger">
              {texts.remove}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  )
}
