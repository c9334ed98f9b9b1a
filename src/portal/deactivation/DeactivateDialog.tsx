'use client'

import { useEffect, useId, useRef } from 'react'

import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { DeactivateForm } from './DeactivateForm'
import type { Candidate } from './DeactivationScope'

type DeactivateDialogProps = {
  candidate: Candidate
  onClose: () => void
  onDone: (text: string) => void
}

/**
 * Asks before an installation is deactivated. The browser's own modal dialog: it keeps the focus, makes the rest inert and
 * closes on Escape without a script or style of ours.
 */
export function DeactivateDialog({ candidate, onClose, onDone }: DeactivateDialogProps) {
  const { deactivate } = useMessages()
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
      <h2 className="text-base font-semibold tracking-[-0.01em] wrap-anywhere" id={`${id}-heading`}>
        {fill(deactivate.heading, { installation: candidate.installation })}
      </h2>
      <div className="text-muted mt-2 grid gap-2 leading-6" id={`${id}-body`}>
        <p>{deactivate.body}</p>
        <p>{deactivate.undo}</p>
      </div>
      <DeactivateForm
        candidate={candidate}
        onCancel={() => dialog.current?.close()}
        onDone={onDone}
      />
    </dialog>
  )
}
