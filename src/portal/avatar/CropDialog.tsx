'use client'

import { useActionState, useEffect, useId, useRef, useState } from 'react'
import type { Area } from 'react-easy-crop'

import { fill } from '../../text/fill'
import { Button } from '../components/ui/Button'
import { Notice } from '../components/ui/Notice'
import { useMessages } from '../i18n/MessagesProvider'
import type { Photo } from './AvatarForm'
import type { AvatarState } from './avatarState'
import { photoLimit } from './checkPhoto'
import { CropPreview } from './CropPreview'
import { PhotoCropper } from './PhotoCropper'
import { saveAvatar } from './saveAvatar'

/** What is kept of a photo: in its own pixels, and in hundredths of it. */
export type KeptArea = { percent: Area; pixels: Area }

type CropDialogProps = {
  onClose: () => void
  onDone: () => void
  onUnreadable: () => void
  photo: Photo
}

/** Has the customer choose which part of a photo to keep, and saves it. */
export function CropDialog({ onClose, onDone, onUnreadable, photo }: CropDialogProps) {
  const { avatar } = useMessages()
  const [state, action, isPending] = useActionState<AvatarState, FormData>(saveAvatar, {
    result: 'idle',
  })
  const [area, setArea] = useState<KeptArea | null>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const error = state.result === 'idle' || state.result === 'saved' ? null : state.result

  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (state.result !== 'saved') return
    onDone()
    dialog.current?.close()
    // Told once, when the answer comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state])

  const send = (form: FormData) => {
    if (!area || isPending) return
    form.set('file', photo.file)
    for (const [field, pixels] of Object.entries(area.pixels)) form.set(field, String(pixels))
    action(form)
  }

  return (
    <dialog
      aria-labelledby={`${id}-heading`}
      className="bg-raised text-ink shadow-overlay motion-overlay m-auto w-full max-w-md rounded-2xl border p-6 max-sm:mb-0 max-sm:max-w-full max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0"
      onClose={onClose}
      ref={dialog}
    >
      <form action={send} className="grid gap-5">
        <h2 className="text-base font-semibold tracking-[-0.01em]" id={`${id}-heading`}>
          {avatar.cropHeading}
        </h2>
        <PhotoCropper onChange={setArea} onUnreadable={onUnreadable} url={photo.url} />
        {area && <CropPreview area={area.percent} url={photo.url} />}
        <div className="empty:hidden" role="alert">
          {error && !isPending && <Notice tone="danger">{fill(avatar[error], photoLimit)}</Notice>}
        </div>
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          <Button onClick={() => dialog.current?.close()} size="touch">
            {avatar.cancel}
          </Button>
          <Button aria-disabled={isPending || !area} size="touch" type="submit" variant="primary">
            {isPending ? avatar.saving : avatar.save}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
