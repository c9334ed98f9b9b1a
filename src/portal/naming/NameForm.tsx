'use client'

import { useActionState } from 'react'

import { longestActivationName } from '../../licensing/activationName'
import { fill } from '../../text/fill'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { Field } from '../components/ui/Field'
import { Notice } from '../components/ui/Notice'
import { useMessages } from '../i18n/MessagesProvider'
import { type NamingState, nameActivation } from './nameActivation'

type NameFormProps = {
  /** Where the customer came from. */
  back: string
  from: 'license' | undefined
  id: string
  name: string
}

/** Asks what an activation is to be called. */
export function NameForm({ back, from, id, name }: NameFormProps) {
  const { naming } = useMessages()
  const [state, action, isPending] = useActionState<NamingState, FormData>(nameActivation, {
    error: null,
    name,
  })
  const error =
    state.error && state.error !== 'failed'
      ? fill(naming[state.error], { max: String(longestActivationName) })
      : null
  return (
    <form action={action} className="grid gap-5" noValidate>
      <input name="id" type="hidden" value={id} />
      {from && <input name="from" type="hidden" value={from} />}
      <div className="empty:hidden" role="alert">
        {state.error === 'failed' && <Notice tone="danger">{naming.failed}</Notice>}
        {error && <p className="sr-only">{error}</p>}
      </div>
      <Field
        autoComplete="off"
        defaultValue={state.name}
        error={error}
        hint={naming.hint}
        id="activation-name"
        key={state.name}
        label={naming.label}
        name="name"
      />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button asChild size="touch">
          <AppLink href={back}>{naming.cancel}</AppLink>
        </Button>
        <Button aria-disabled={isPending} size="touch" type="submit" variant="primary">
          {isPending ? naming.submitting : naming.submit}
        </Button>
      </div>
    </form>
  )
}
