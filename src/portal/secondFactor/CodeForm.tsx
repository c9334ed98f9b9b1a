'use client'

import { useActionState } from 'react'

import { Button } from '../components/ui/Button'
import { Field } from '../components/ui/Field'
import { Notice } from '../components/ui/Notice'
import { useMessages } from '../i18n/MessagesProvider'
import { type CodeState, submitCode } from './submitCode'

/** The code of the authenticator app, or a recovery code. */
export function CodeForm({ redirect }: { redirect: string }) {
  const { verify } = useMessages().security
  const [state, action, isPending] = useActionState<CodeState, FormData>(submitCode, 'idle')
  return (
    <form action={action} className="flex flex-col" noValidate>
      <input name="redirect" type="hidden" value={redirect} />
      <div className="not-empty:mb-4" role="alert">
        {state !== 'idle' && !isPending && <Notice tone="danger">{verify[state]}</Notice>}
      </div>
      <Field
        autoCapitalize="none"
        autoComplete="one-time-code"
        id="code"
        label={verify.code}
        maxLength={40}
        name="code"
        required
        spellCheck={false}
      />
      <Button aria-disabled={isPending} className="mt-5 h-11" type="submit" variant="primary">
        {isPending ? verify.submitting : verify.submit}
      </Button>
    </form>
  )
}
