'use client'

import { useActionState, useId, useRef } from 'react'

import { PasswordField } from '../../components/PasswordField'
import { Button } from '../../components/ui/Button'
import { useMessages } from '../../i18n/MessagesProvider'
import { removeAccount, type RemovalState } from './removeAccount'

/** Deletes the account, after a question and the current password. */
export function DeleteAccount({ hasPassword }: { hasPassword: boolean }) {
  const { data } = useMessages().settings
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  return (
    <>
      <Button
        className="noscript:hidden"
        onClick={() => dialog.current?.showModal()}
        size="touch"
        variant="danger"
      >
        {data.deleteAction}
      </Button>
      <dialog
        aria-describedby={`${id}-body`}
        aria-labelledby={`${id}-heading`}
        className="bg-raised text-ink shadow-overlay motion-overlay m-auto w-full max-w-md rounded-2xl border p-6 max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0 noscript:static noscript:block"
        ref={dialog}
        role="alertdialog"
      >
        <h3 className="text-base font-semibold tracking-[-0.01em]" id={`${id}-heading`}>
          {data.deleteHeading}
        </h3>
        <p className="text-muted mt-2 leading-6" id={`${id}-body`}>
          {data.deleteBody}
        </p>
        <DeleteForm hasPassword={hasPassword} onCancel={() => dialog.current?.close()} />
      </dialog>
    </>
  )
}

function DeleteForm({ hasPassword, onCancel }: { hasPassword: boolean; onCancel: () => void }) {
  const { fieldErrors, settings } = useMessages()
  const { data } = settings
  const [state, action, isPending] = useActionState<RemovalState, FormData>(removeAccount, 'idle')
  const error = state === 'idle' ? null : state === 'failed' ? settings.failed : fieldErrors[state]
  return (
    <form action={action} className="mt-5 grid gap-4" noValidate>
      {hasPassword && (
        <PasswordField
          autoComplete="current-password"
          error={isPending ? null : error}
          id="delete-password"
          label={settings.currentPassword}
          name="password"
          required
        />
      )}
      <p className={hasPassword ? 'sr-only' : 'text-danger text-sm empty:hidden'} role="alert">
        {!isPending && error}
      </p>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button className="noscript:hidden" onClick={onCancel} size="touch">
          {data.cancel}
        </Button>
        <Button aria-disabled={isPending} size="touch" type="submit" variant="danger">
          {isPending ? data.deleting : data.deleteConfirm}
        </Button>
      </div>
    </form>
  )
}
