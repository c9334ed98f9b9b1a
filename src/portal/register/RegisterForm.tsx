'use client'

import { useActionState } from 'react'

import { longestName } from '../../accounts/names'
import { CaptchaField } from '../captcha/CaptchaField'
import type { CaptchaChallenge } from '../captcha/nextChallenge'
import { AppLink } from '../components/AppLink'
import { NewPasswordField } from '../components/NewPasswordField'
import { Button } from '../components/ui/Button'
import { EmailField } from '../components/EmailField'
import { Field } from '../components/ui/Field'
import { Notice } from '../components/ui/Notice'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { paths } from '../shell/paths'
import { type RegistrationState, submitRegistration } from './submitRegistration'

type RegisterFormProps = { challenge: CaptchaChallenge; minLength: number }

/** Name, e-mail address and password of a new customer. */
export function RegisterForm({ challenge, minLength }: RegisterFormProps) {
  const { fieldErrors, register: texts } = useMessages()
  const [state, action, isPending] = useActionState<RegistrationState, FormData>(
    submitRegistration,
    { email: '', error: null, errors: {}, name: '' },
  )
  if (state.isSent) return <Sent email={state.email} />

  const errorOf = (error: keyof typeof fieldErrors | undefined, max = '') =>
    error ? fill(fieldErrors[error], { max, min: String(minLength) }) : null
  return (
    <form action={action} className="flex flex-col" noValidate>
      <div className="not-empty:mb-4" role="alert">
        {state.error && !isPending && (
          <Notice tone="danger">
            {fill(texts[state.error], { minutes: String(state.minutes ?? 1) })}
          </Notice>
        )}
      </div>
      <div className="grid gap-4">
        <Field
          autoComplete="name"
          defaultValue={state.name}
          error={errorOf(state.errors.name, String(longestName))}
          id="name"
          key={`name ${state.name}`}
          label={texts.name}
          name="name"
          required
        />
        <EmailField
          defaultValue={state.email}
          error={errorOf(state.errors.email)}
          hint={texts.emailHint}
          key={`email ${state.email}`}
          label={texts.email}
        />
        <NewPasswordField
          error={errorOf(state.errors.password)}
          hint={fill(texts.passwordHint, { min: String(minLength) })}
          id="password"
          knownWords={[state.name, state.email]}
          label={texts.password}
          name="password"
          required
        />
        <CaptchaField challenge={state.challenge === undefined ? challenge : state.challenge} />
      </div>
      <Button aria-disabled={isPending} className="mt-5 h-11" type="submit" variant="primary">
        {isPending ? texts.submitting : texts.submit}
      </Button>
    </form>
  )
}

function Sent({ email }: { email: string }) {
  const { register: texts } = useMessages()
  return (
    <div role="status">
      <Notice tone="success">{fill(texts.sent, { email })}</Notice>
      <p className="text-muted mt-4 text-sm leading-6">
        {texts.sentHint}{' '}
        <AppLink className="link" href={paths.resendConfirmation}>
          {texts.sendAgain}
        </AppLink>
        .
      </p>
    </div>
  )
}
