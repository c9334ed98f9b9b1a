'use client'

import { type DragEvent, useActionState, useEffect, useRef, useState } from 'react'

import { fill } from '../../text/fill'
import { cn } from '../components/ui/cn'
import { useMessages } from '../i18n/MessagesProvider'
import { Avatar } from './Avatar'
import type { AvatarState } from './avatarState'
import { checkPhoto, photoLimit } from './checkPhoto'
import { CropDialog } from './CropDialog'
import { PhotoInput } from './PhotoInput'
import { RemoveAvatarButton } from './RemoveAvatarButton'
import { RemoveAvatarDialog } from './RemoveAvatarDialog'
import { saveAvatar } from './saveAvatar'

export type Photo = { file: File; url: string }

type Outcome = 'removed' | Exclude<AvatarState['result'], 'idle'>

type AvatarFormProps = {
  hasAvatar: boolean
  /** Whether a photo was sent that was too large to be read at all. */
  isTooLarge: boolean
  name: string
  version: null | string
}

/** Chooses, positions and removes the customer's photo. Without JavaScript the photo is sent as it is. */
export function AvatarForm({ hasAvatar, isTooLarge, name, version }: AvatarFormProps) {
  const { avatar } = useMessages()
  const [state, action] = useActionState<AvatarState, FormData>(saveAvatar, {
    result: isTooLarge ? 'tooLarge' : 'idle',
  })
  const [photo, setPhoto] = useState<null | Photo>(null)
  const [outcome, setOutcome] = useState<null | Outcome>(null)
  const [isRemoving, setRemoving] = useState(false)
  const [isOver, setOver] = useState(false)
  const message = useRef<HTMLParagraphElement>(null)
  const shown = outcome ?? (state.result === 'idle' ? null : state.result)
  const isGood = shown === 'removed' || shown === 'saved'
  const text = shown && fill(avatar[shown], photoLimit)

  // The button that had the focus is gone with the photo.
  useEffect(() => {
    if (outcome === 'removed') message.current?.focus()
  }, [outcome])

  const choose = (file: File | undefined) => {
    if (!file) return
    const error = checkPhoto(file)
    setOutcome(error)
    if (!error) setPhoto({ file, url: URL.createObjectURL(file) })
  }
  const close = () => {
    if (photo) URL.revokeObjectURL(photo.url)
    setPhoto(null)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    choose(event.dataTransfer.files[0])
  }

  return (
    <div
      className={cn(
        'grid max-w-md gap-1.5 rounded-xl outline-2 outline-offset-8 outline-transparent',
        isOver && 'outline-accent outline-dashed',
      )}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDrop={drop}
    >
      <div className="flex items-center gap-5">
        <Avatar
          label={hasAvatar ? avatar.photo : avatar.initials}
          name={name}
          size="lg"
          version={version}
        />
        <div className="grid min-w-0 gap-2">
          <div className="flex flex-wrap gap-2">
            <PhotoInput action={action} hasAvatar={hasAvatar} onChoose={choose} />
            {hasAvatar && (
              <RemoveAvatarButton
                onAsk={() => {
                  setOutcome(null)
                  setRemoving(true)
                }}
              />
            )}
          </div>
          <p className="text-muted text-xs" id="avatar-hint">
            {fill(avatar.hint, photoLimit)}{' '}
            <span className="pointer-coarse:hidden noscript:hidden">{avatar.drop}</span>
          </p>
        </div>
      </div>
      <p className="text-success text-[0.8125rem]" ref={message} role="status" tabIndex={-1}>
        {isGood && text}
      </p>
      <p className="text-danger text-[0.8125rem]" role="alert">
        {!isGood && text}
      </p>
      {photo && (
        <CropDialog
          key={photo.url}
          onClose={close}
          onDone={() => setOutcome('saved')}
          onUnreadable={() => {
            close()
            setOutcome('notAnImage')
          }}
          photo={photo}
        />
      )}
      {isRemoving && (
        <RemoveAvatarDialog
          onClose={() => setRemoving(false)}
          onDone={() => setOutcome('removed')}
        />
      )}
    </div>
  )
}
