'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useActionState, useState } from 'react'

import { Button } from '../components/ui/Button'
import { Field } from '../components/ui/Field'
import { Notice } from '../components/ui/Notice'
import { useMessages } from '../i18n/MessagesProvider'
import { type LoginState, submitLogin } from './submitLogin'

/**
 * E-mail address and password.
 *
 * @param redirect where to go afterwards, as it came with the address; checked again when it is used
 */
export function LoginForm({ redirect }: { redirect: string }) {
  const { login } = useMessages()
  const [state, action, isPending] = useActionState<LoginState, FormData>(submitLogin, {
    email: '',
    error: null,
  })
  const [isShown, setShown] = useState(false)

  return (
    <form action={action} className="flex flex-col" noValidate>
      <input name="redirect" type="hidden" value={redirect} />
      <div className="not-empty:mb-4" role="alert">
        {state.error && !isPending && <Notice tone="danger">{login[state.error]}</Notice>}
      </div>
      <div className="grid gap-4">
        <Field
          autoCapitalize="none"
          autoComplete="username"
          defaultValue={state.email}
          id="email"
          inputMode="email"
          key={state.email}
          label={login.email}
          name="email"
          required
          spellCheck={false}
          type="email"
        />
        <Field
          autoComplete="current-password"
          end={
            <Button
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
          id="password"
          label={login.password}
          name="password"
          required
          type={isShown ? 'text' : 'password'}
        />
      </div>
      <Button aria-disabled={isPending} className="mt-5 h-11" type="submit" variant="primary">
        {isPending ? login.submitting : login.submit}
      </Button>
    </form>
  )
}
