'use client'

import { type ComponentProps, useCallback, useState } from 'react'

import { PasswordField } from './PasswordField'
import { StrengthMeter } from './StrengthMeter'

type NewPasswordFieldProps = ComponentProps<typeof PasswordField> & {
  /** What belongs to the account and is guessed first. */
  knownWords: string[]
}

/** A new password with an estimate of how hard it is to guess. */
export function NewPasswordField({ knownWords, ...props }: NewPasswordFieldProps) {
  const [password, setPassword] = useState('')
  const followReset = useCallback((input: HTMLInputElement | null) => {
    const form = input?.form
    const empty = () => setPassword('')
    form?.addEventListener('reset', empty)
    return () => form?.removeEventListener('reset', empty)
  }, [])
  return (
    <div className="grid gap-2">
      <PasswordField
        autoComplete="new-password"
        maxLength={256}
        onChange={(event) => setPassword(event.target.value)}
        ref={followReset}
        {...props}
      />
      <StrengthMeter knownWords={knownWords} password={password} />
    </div>
  )
}
