'use client'

import { useActionState } from 'react'

import { CaptchaField } from '../captcha/CaptchaField'
import type { CaptchaChallenge } from '../captcha/nextChallenge'
import { Button } from '../components/ui/Button'
import { EmailField } from '../components/EmailField'
import { Notice } from '../components/ui/Notice'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { type ForgotState, submitForgot } from './submitForgot'

// Not bound while it renders: what a form without JavaScript sent is answered with a render that waits for the bound arguments, and one that
// binds them anew each time waits forever.
const actions = {
  confirmation: submitForgot.bind(null, 'confirmation'),
  reset: submitForgot.bind(null, 'reset'),
}

type ForgotFormProps = { challenge: CaptchaChallenge; kind: 'confirmation' | 'reset' }

/** Asks for the address that a link is to be mailed to. */
export function ForgotForm({ challenge, kind }: ForgotFormProps) {
  const { fieldErrors, forgot, resend } = useMessages()
  const [state, action, isPending] = useActionState<ForgotState, FormData>(actions[kind], {
    email: '',
    error: null,
  })
  const sent = kind === 'reset' ? forgot.sent : resend.sent
  if (state.isSent) {
    return (
      <div role="status">
        <Notice tone="success">{fill(sent, { email: state.email })}</Notice>
      </div>
    )
  }
  const isFieldError = state.error === 'emailInvalid'
  return (
    <form action={action} className="flex flex-col" noValidate>
      <div className="not-empty:mb-4" role="alert">
        {state.error && state.error !== 'emailInvalid' && !isPending && (
          <Notice tone="danger">
            {fill(forgot[state.error], { minutes: String(state.minutes ?? 1) })}
          </Notice>
        )}
      </div>
      <div className="grid gap-4">
        <EmailField
          defaultValue={state.email}
          error={isFieldError ? fieldErrors.emailInvalid : null}
          key={state.email}
          label={forgot.email}
        />
        <CaptchaField challenge={state.challenge === undefined ? challenge : state.challenge} />
      </div>
      <Button aria-disabled={isPending} className="mt-5 h-11" type="submit" variant="primary">
        {isPending ? forgot.submitting : kind === 'reset' ? forgot.submit : resend.submit}
      </Button>
    </form>
  )
}
