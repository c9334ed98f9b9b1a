'use client'

import { Eye, EyeOff } from '../components/icons'
import { useState } from 'react'

import { codeEnding, maskCode } from '../../licensing/maskCode'
import { CopyButton } from '../components/CopyButton'
import { Button } from '../components/ui/Button'
import { cn } from '../components/ui/cn'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'

type LicenseCodeProps = { className?: string; code: string }

/**
 * A licence code, hidden from whoever looks over the shoulder until its owner asks for it. It can be copied without being
 * shown.
 */
export function LicenseCode({ className, code }: LicenseCodeProps) {
  const { code: texts } = useMessages()
  const [isShown, setShown] = useState(false)
  const values = { end: codeEnding(code) }

  return (
    <span className={cn('flex items-center gap-0.5', className)}>
      {!isShown && <span className="sr-only">{fill(texts.masked, values)}</span>}
      <code
        aria-hidden={!isShown}
        className="rows:mr-0 pr-1.5 font-mono wrap-anywhere max-sm:mr-auto"
      >
        {isShown ? code : maskCode(code)}
      </code>
      <Button
        aria-label={fill(texts.show, values)}
        aria-pressed={isShown}
        className="noscript:hidden"
        onClick={() => setShown(!isShown)}
        size="icon-sm"
        variant="ghost"
      >
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </Button>
      <CopyButton announcement={texts.copied} label={fill(texts.copy, values)} text={code} />
    </span>
  )
}
