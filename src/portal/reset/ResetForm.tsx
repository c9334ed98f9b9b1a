'use client'

import { useActionState } from 'react'

import { NewPasswordField } from '../components/NewPasswordField'
import { Button } from '../components/ui/Button'
import { Notice } from '../components/ui/Notice'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { type ResetState, submitReset } from './submitReset'

type ResetFormProps = {
  knownWords: string[]
  minLength: number
  purpose: 'invitation' | 'resetPassword'
  token: string
}

/** The new password. */
export function ResetForm({ knownWords, minLength, purpose, token }: ResetFormProps) {
  const { fieldErrors, invitation, register, reset } = useMessages()
  const [state, action, isPending] = useActionState<ResetState, FormData>(submitReset, {
    error: null,
    outcome: 'idle',
  })
  const min = String(minLength)
  return (
    <form action={action} className="flex flex-col" noValidate>
      <input name="purpose" type="hidden" value={purpose} />
      <input name="token" type="hidden" value={token} />
      <div className="not-empty:mb-4" role="alert">
        {state.outcome !== 'idle' && !isPending && (
          <Notice tone="danger">{reset[state.outcome]}</Notice>
        )}
      </div>
      <NewPasswordField
        error={state.error && fill(fieldErrors[state.error], { min })}
        hint={fill(register.passwordHint, { min })}
        id="password"
        knownWords={knownWords}
        label={purpose === 'invitation' ? invitation.password : reset.password}
        name="password"
        required
      />
      <Button aria-disabled={isPending} className="mt-5 h-11" type="submit" variant="primary">
        {isPending ? reset.submitting : reset.submit}
      </Button>
    </form>
  )
}
