'use client'

import { useActionState, useEffect } from 'react'

import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { Notice } from '../components/ui/Notice'
import { useMessages } from '../i18n/MessagesProvider'
import { paths } from '../shell/paths'
import type { RemovalState } from './avatarState'
import { removeAvatar } from './removeAvatar'

type RemoveAvatarFormProps = {
  /** In a dialog: closes it. On a page of its own the way back is a link. */
  onCancel?: () => void
  /** In a dialog: told when the photo is gone. */
  onDone?: () => void
}

/** The answer to whether the photo is to be removed. */
export function RemoveAvatarForm({ onCancel, onDone }: RemoveAvatarFormProps) {
  const { avatar } = useMessages()
  const [state, action, isPending] = useActionState<RemovalState, FormData>(removeAvatar, {
    result: 'asked',
  })

  useEffect(() => {
    if (state.result === 'removed') onDone?.()
    // Told once, when the answer comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state])

  return (
    <form action={action} className="mt-6">
      {!onDone && <input name="then" type="hidden" value="settings" />}
      <div role="alert">
        {state.result === 'failed' && !isPending && (
          <Notice className="mb-4" tone="danger">
            {avatar.removeFailed}
          </Notice>
        )}
      </div>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        {onCancel ? (
          <Button onClick={onCancel} size="touch">
            {avatar.cancel}
          </Button>
        ) : (
          <Button asChild size="touch">
            <AppLink href={paths.settings}>{avatar.cancel}</AppLink>
          </Button>
        )}
        <Button aria-disabled={isPending} size="touch" type="submit" variant="danger">
          {isPending ? avatar.removing : avatar.remove}
        </Button>
      </div>
    </form>
  )
}
