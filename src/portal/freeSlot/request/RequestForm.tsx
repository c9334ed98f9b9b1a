'use client'

import { useActionState } from 'react'

import { fill } from '../../../text/fill'
import { CaptchaField } from '../../captcha/CaptchaField'
import type { CaptchaChallenge } from '../../captcha/nextChallenge'
import { Button } from '../../components/ui/Button'
import { EmailField } from '../../components/EmailField'
import { Field } from '../../components/ui/Field'
import { Notice } from '../../components/ui/Notice'
import { useMessages } from '../../i18n/MessagesProvider'
import { type RequestState, submitRequest } from './submitRequest'

/** Asks which licence it is about, and for the address that the link is to be mailed to. */
export function RequestForm({ challenge }: { challenge: CaptchaChallenge }) {
  const { fieldErrors, forgot, freeSlot } = useMessages()
  const texts = freeSlot.request
  const [state, action, isPending] = useActionState<RequestState, FormData>(submitRequest, {
    code: '',
    email: '',
    error: null,
  })
  if (state.isSent) {
    return (
      <div role="status">
        <Notice tone="success">{fill(texts.sent, { email: state.email })}</Notice>
      </div>
    )
  }
  const codeError = state.error === 'codeMissing' ? texts.codeMissing : null
  const emailError = state.error === 'emailInvalid' ? fieldErrors.emailInvalid : null
  return (
    <form action={action} className="flex flex-col" noValidate>
      <div className="not-empty:mb-4" role="alert">
        {state.error && !isPending && (
          <Notice tone="danger">
            {codeError ?? emailError ?? <Problem error={state.error} minutes={state.minutes} />}
          </Notice>
        )}
      </div>
      <div className="grid gap-4">
        <Field
          autoCapitalize="characters"
          autoComplete="off"
          defaultValue={state.code}
          error={codeError}
          id="code"
          key={`code ${state.code}`}
          label={texts.code}
          maxLength={255}
          name="code"
          required
          spellCheck={false}
        />
        <EmailField
          defaultValue={state.email}
          error={emailError}
          hint={texts.emailHint}
          key={`email ${state.email}`}
          label={texts.email}
        />
        <CaptchaField challenge={state.challenge === undefined ? challenge : state.challenge} />
      </div>
      <Button aria-disabled={isPending} className="mt-5 h-11" type="submit" variant="primary">
        {isPending ? forgot.submitting : texts.submit}
      </Button>
    </form>
  )
}

function Problem({ error, minutes = 1 }: Pick<RequestState, 'minutes'> & { error: string }) {
  const { forgot } = useMessages()
  const texts: Record<string, string> = forgot
  return fill(texts[error] ?? forgot.unavailable, { minutes: String(minutes) })
}
