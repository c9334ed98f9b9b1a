'use client'

import { Button } from '../components/ui/Button'
import { useMessages } from '../i18n/MessagesProvider'
import { avatarPaths } from './avatarPaths'

/** Has somebody ask before the photo is removed: a dialog, or a page of its own where there is no JavaScript. */
export function RemoveAvatarButton({ onAsk }: { onAsk: () => void }) {
  const { avatar } = useMessages()
  return (
    <form
      action={avatarPaths.remove}
      onSubmit={(event) => {
        event.preventDefault()
        onAsk()
      }}
    >
      <Button size="touch" type="submit" variant="ghost">
        {avatar.remove}
      </Button>
    </form>
  )
}
