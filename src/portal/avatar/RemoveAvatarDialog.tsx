'use client'

import { useEffect, useId, useRef } from 'react'

import { useMessages } from '../i18n/MessagesProvider'
import { RemoveAvatarForm } from './RemoveAvatarForm'

type RemoveAvatarDialogProps = { onClose: () => void; onDone: () => void }

/** Asks before the photo is removed. */
export function RemoveAvatarDialog({ onClose, onDone }: RemoveAvatarDialogProps) {
  const { avatar } = useMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog
      aria-describedby={`${id}-body`}
      aria-labelledby={`${id}-heading`}
      className="bg-raised text-ink shadow-overlay motion-overlay m-auto w-full max-w-md rounded-2xl border p-6 max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0"
      onClose={onClose}
      ref={dialog}
      role="alertdialog"
    >
      <h2 className="text-base font-semibold tracking-[-0.01em]" id={`${id}-heading`}>
        {avatar.removeHeading}
      </h2>
      <p className="text-muted mt-2 leading-6" id={`${id}-body`}>
        {avatar.removeBody}
      </p>
      <RemoveAvatarForm
        onCancel={() => dialog.current?.close()}
        onDone={() => {
          dialog.current?.close()
          onDone()
        }}
      />
    </dialog>
  )
}
