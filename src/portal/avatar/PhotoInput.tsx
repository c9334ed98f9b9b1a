'use client'

import { ImageUp } from '../components/icons'

import { photoTypes } from '../../../collections/Avatars/limits'
import { Button } from '../components/ui/Button'
import { useMessages } from '../i18n/MessagesProvider'

type PhotoInputProps = {
  action: (form: FormData) => void
  hasAvatar: boolean
  onChoose: (file: File | undefined) => void
}

/** The file picker: a button with JavaScript, the browser's own picker and a button that sends without. */
export function PhotoInput({ action, hasAvatar, onChoose }: PhotoInputProps) {
  const { avatar } = useMessages()
  return (
    <form action={action} className="noscript:grid noscript:gap-2">
      <Button
        asChild
        className="has-focus-visible:outline-accent cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 noscript:h-auto noscript:flex-col noscript:items-start noscript:border-0 noscript:bg-transparent noscript:p-0 noscript:shadow-none"
        size="touch"
      >
        <label>
          <ImageUp aria-hidden className="noscript:hidden" />
          {hasAvatar ? avatar.change : avatar.choose}
          <input
            accept={photoTypes.join(',')}
            aria-describedby="avatar-hint"
            className="sr-only noscript:not-sr-only"
            name="file"
            onChange={({ currentTarget }) => {
              onChoose(currentTarget.files?.[0])
              // The same file can be chosen again.
              currentTarget.value = ''
            }}
            type="file"
          />
        </label>
      </Button>
      <Button className="hidden noscript:inline-flex" size="touch" type="submit" variant="primary">
        {avatar.upload}
      </Button>
    </form>
  )
}
