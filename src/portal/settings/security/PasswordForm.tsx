'use client'

import { useActionState } from 'react'

import { NewPasswordField } from '../../components/NewPasswordField'
import { PasswordField } from '../../components/PasswordField'
import { Button } from '../../components/ui/Button'
import { Notice } from '../../components/ui/Notice'
import { fill } from '../../../text/fill'
import { useMessages } from '../../i18n/MessagesProvider'
import { isPasswordProblem } from '../passwordProblem'
import { type PasswordState, updatePassword } from './updatePassword'

type PasswordFormProps = { knownWords: string[]; minLength: number }

/** The current password and the new one. */
export function PasswordForm({ knownWords, minLength }: PasswordFormProps) {
  const { fieldErrors, register, settings } = useMessages()
  const [state, action, isPending] = useActionState<PasswordState, FormData>(updatePassword, {
    changes: 0,
    error: null,
  })
  const { error } = state
  const min = String(minLength)
  const text = error && (error === 'failed' ? settings.failed : fill(fieldErrors[error], { min }))
  const isOfCurrent = isPasswordProblem(error)
  return (
    <form action={action} className="grid max-w-md gap-4" noValidate>
      <div className="empty:hidden" role="status">
        {state.done && !isPending && <Notice tone="success">{state.done}</Notice>}
      </div>
      <PasswordField
        autoComplete="current-password"
        error={isOfCurrent ? text : null}
        id="current"
        key={`current ${state.changes}`}
        label={settings.currentPassword}
        name="current"
        required
      />
      <NewPasswordField
        error={isOfCurrent ? null : text}
        hint={fill(register.passwordHint, { min })}
        id="next"
        key={`next ${state.changes}`}
        knownWords={knownWords}
        label={settings.password.next}
        name="next"
        required
      />
      <p className="sr-only" role="alert">
        {!isPending && text}
      </p>
      <Button
        aria-disabled={isPending}
        className="justify-self-start"
        size="touch"
        type="submit"
        variant="primary"
      >
        {isPending ? settings.password.submitting : settings.password.submit}
      </Button>
    </form>
  )
}
