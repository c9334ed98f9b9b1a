import type { ComponentProps } from 'react'

import { Field } from './ui/Field'

type EmailFieldProps = Omit<ComponentProps<typeof Field>, 'id' | 'name' | 'type'>

/** The field of an e-mail address, for keyboards and password managers to know. */
export function EmailField(props: EmailFieldProps) {
  return (
    <Field
      autoCapitalize="none"
      autoComplete="email"
      id="email"
      inputMode="email"
      name="email"
      required
      spellCheck={false}
      {...props}
      type="email"
    />
  )
}
