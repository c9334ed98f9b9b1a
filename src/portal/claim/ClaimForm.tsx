'use client'

import { useActionState } from 'react'

import { fill } from '../../text/fill'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { Field } from '../components/ui/Field'
import { useMessages } from '../i18n/MessagesProvider'
import { paths } from '../shell/paths'
import { type ClaimState, submitClaim } from './submitClaim'

/** Asks for the code of the licence that is to be added. */
export function ClaimForm() {
  const { claim } = useMessages()
  const [state, action, isPending] = useActionState<ClaimState, FormData>(submitClaim, {
    code: '',
    error: null,
  })
  const error =
    state.error && !isPending
      ? fill(claim[state.error], { minutes: String(state.minutes ?? 1) })
      : null
  return (
    <form action={action} className="grid gap-5" noValidate>
      <Field
        autoCapitalize="characters"
        autoComplete="off"
        defaultValue={state.code}
        error={error}
        id="code"
        key={state.code}
        label={claim.label}
        maxLength={255}
        name="code"
        required
        spellCheck={false}
      />
      <p className="sr-only" role="alert">
        {error}
      </p>
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button asChild size="touch">
          <AppLink href={paths.licenses}>{claim.cancel}</AppLink>
        </Button>
        <Button aria-disabled={isPending} size="touch" type="submit" variant="primary">
          {isPending ? claim.submitting : claim.submit}
        </Button>
      </div>
    </form>
  )
}
