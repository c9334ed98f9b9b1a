'use client'

import { Eye, EyeOff } from './icons'
import { type ComponentProps, useState } from 'react'

import { useMessages } from '../i18n/MessagesProvider'
import { Button } from './ui/Button'
import { Field } from './ui/Field'

type PasswordFieldProps = Omit<ComponentProps<typeof Field>, 'end' | 'type'>

/** A password that can be shown while it is typed. Pasting is allowed, as password managers need it. */
export function PasswordField(props: PasswordFieldProps) {
  const { login } = useMessages()
  const [isShown, setShown] = useState(false)
  return (
    <Field
      autoCapitalize="none"
      end={
        <Button
          aria-controls={props.id}
          aria-label={login.showPassword}
          aria-pressed={isShown}
          className="noscript:hidden"
          onClick={() => setShown(!isShown)}
          size="icon-sm"
          variant="ghost"
        >
          {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </Button>
      }
      spellCheck={false}
      type={isShown ? 'text' : 'password'}
      {...props}
    />
  )
}
