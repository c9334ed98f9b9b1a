'use client'

import { type ComponentProps, useState } from 'react'

import { PasswordField } from './PasswordField'
import { StrengthMeter } from './StrengthMeter'

type NewPasswordFieldProps = ComponentProps<typeof PasswordField> & {
  /** What belongs to the account and is guessed first. */
  knownWords: string[]
}

/** A new password with an estimate of how hard it is to guess. */
export function NewPasswordField({ knownWords, ...props }: NewPasswordFieldProps) {
  const [password, setPassword] = useState('')
  return (
    <div className="grid gap-2">
      <PasswordField
        autoComplete="new-password"
        maxLength={256}
        onChange={(event) => setPassword(event.target.value)}
        {...props}
      />
      <StrengthMeter knownWords={knownWords} password={password} />
    </div>
  )
}
