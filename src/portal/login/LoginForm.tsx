'use client'

import { useActionState } from 'react'

import { CaptchaField } from '../captcha/CaptchaField'
import type { CaptchaChallenge } from '../captcha/nextChallenge'
import { AppLink } from '../components/AppLink'
import { PasswordField } from '../components/PasswordField'
import { Button } from '../components/ui/Button'
import { Checkbox } from '../components/ui/Checkbox'
import { EmailField } from '../components/EmailField'
import { Notice } from '../components/ui/Notice'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { paths } from '../shell/paths'
import { type LoginState, submitLogin } from './submitLogin'

type LoginFormProps = {
  challenge: CaptchaChallenge
  /** Where to go afterwards, as it came with the address; checked again when it is used. */
  redirect: string
}

/** E-mail address and password. */
export function LoginForm({ challenge, redirect }: LoginFormProps) {
  const { login } = useMessages()
  const [state, action, isPending] = useActionState<LoginState, FormData>(submitLogin, {
    email: '',
    error: null,
  })
  return (
    <form action={action} className="flex flex-col" noValidate>
      <input name="redirect" type="hidden" value={redirect} />
      <div className="not-empty:mb-4" role="alert">
        {state.error && !isPending && <LoginProblem {...state} error={state.error} />}
      </div>
      <div className="grid gap-4">
        <EmailField
          autoComplete="username webauthn"
          defaultValue={state.email}
          key={state.email}
          label={login.email}
        />
        <PasswordField
          autoComplete="current-password"
          id="password"
          label={login.password}
          name="password"
          required
        />
        <CaptchaField challenge={state.challenge === undefined ? challenge : state.challenge} />
      </div>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4">
        <Checkbox id="remember" label={login.remember} name="remember" />
        <AppLink className="link text-sm" href={paths.forgotPassword}>
          {login.forgot}
        </AppLink>
      </div>
      <Button aria-disabled={isPending} className="mt-4 h-11" type="submit" variant="primary">
        {isPending ? login.submitting : login.submit}
      </Button>
    </form>
  )
}

function LoginProblem({
  error,
  minutes = 1,
}: LoginState & { error: NonNullable<LoginState['error']> }) {
  const { login } = useMessages()
  return (
    <Notice tone="danger">
      {fill(login[error], { minutes: String(minutes) })}
      {error === 'unconfirmed' && (
        <>
          {' '}
          <AppLink className="underline" href={paths.resendConfirmation}>
            {login.resend}
          </AppLink>
        </>
      )}
    </Notice>
  )
}
