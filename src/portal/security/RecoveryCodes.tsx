'use client'

import { useEffect, useRef } from 'react'

import { CopyButton } from '../components/CopyButton'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'

/** The recovery codes, the one time that they are shown. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { copy, security } = useMessages()
  const { totp } = security
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="grid max-w-md gap-3">
      <h3 className="text-sm font-semibold" ref={heading} tabIndex={-1}>
        {totp.codes}
      </h3>
      <p className="text-muted text-[0.8125rem] leading-5">{totp.codesHint}</p>
      <ul className="bg-canvas grid gap-1.5 rounded-lg border p-4 font-mono text-[0.8125rem]">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton label={fill(copy.copy, { what: totp.codesCopy })} text={codes.join('\n')} />
    </div>
  )
}
