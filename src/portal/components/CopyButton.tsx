'use client'

import { Check, Copy } from './icons'
import { useEffect, useState } from 'react'

import { useMessages } from '../i18n/MessagesProvider'
import { useAnnounce } from './Announcer'
import { Button } from './ui/Button'
import { copyText } from '../../text/copyText'

type CopyButtonProps = {
  /** What screen readers say once it is copied. */
  announcement?: string
  /** What the button copies, for screen readers. */
  label: string
  text: string
}

/** Copies a text and says that it did. */
export function CopyButton({ announcement, label, text }: CopyButtonProps) {
  const messages = useMessages()
  const announce = useAnnounce()
  const [isCopied, setCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])

  async function copy() {
    const didCopy = await copyText(text)
    setCopied(didCopy)
    announce(didCopy ? (announcement ?? messages.copy.copied) : messages.copy.failed)
  }

  return (
    <Button
      aria-label={label}
      className="noscript:hidden"
      onClick={copy}
      size="icon-sm"
      title={isCopied ? messages.copy.copied : label}
      variant="ghost"
    >
      {isCopied ? <Check aria-hidden className="text-success" /> : <Copy aria-hidden />}
    </Button>
  )
}
