'use client'

import { useActionState } from 'react'

import { ProofField } from '../../components/ProofField'
import { Button } from '../../components/ui/Button'
import { EmailField } from '../../components/EmailField'
import { Notice } from '../../components/ui/Notice'
import { fill } from '../../../text/fill'
import { useMessages } from '../../i18n/MessagesProvider'
import { isPasswordProblem } from '../passwordProblem'
import { changeEmail, type EmailState } from './actions'

/** The new address and the current password. */
export function EmailForm() {
  const { fieldErrors, settings } = useMessages()
  const [state, action, isPending] = useActionState<EmailState, FormData>(changeEmail, {
    email: '',
    error: null,
  })
  const { error } = state
  const text = error && (error === 'failed' ? settings.failed : fieldErrors[error])
  const isOfPassword = isPasswordProblem(error)
  return (
    <form action={action} className="grid max-w-md gap-4" noValidate>
      <div className="empty:hidden" role="status">
        {state.sentTo && !isPending && (
          <Notice tone="success">{fill(settings.email.sent, { email: state.sentTo })}</Notice>
        )}
      </div>
      <EmailField
        defaultValue={state.email}
        error={isOfPassword ? null : text}
        key={`email ${state.email} ${state.sentTo}`}
        label={settings.email.newEmail}
      />
      <ProofField
        error={isOfPassword ? text : null}
        id="password"
        key={`password ${state.sentTo}`}
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
        {isPending ? settings.email.submitting : settings.email.submit}
      </Button>
    </form>
  )
}
