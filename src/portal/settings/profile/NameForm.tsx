'use client'

import { useActionState } from 'react'

import { Button } from '../../components/ui/Button'
import { Field } from '../../components/ui/Field'
import { fill } from '../../../text/fill'
import { useMessages } from '../../i18n/MessagesProvider'
import { type NameState, updateName } from './updateName'
import { longestName } from '../../../accounts/names'

/** Changes the customer's name. */
export function NameForm({ name }: { name: string }) {
  const { fieldErrors, settings } = useMessages()
  const [state, action, isPending] = useActionState<NameState, FormData>(updateName, {
    name,
    result: 'idle',
  })
  const error =
    state.result === 'idle' || state.result === 'saved'
      ? null
      : state.result === 'failed'
        ? settings.failed
        : fill(fieldErrors[state.result], { max: String(longestName) })

  return (
    <form action={action} className="grid max-w-md gap-4" noValidate>
      <Field
        autoComplete="name"
        defaultValue={state.name}
        error={error}
        id="name"
        key={state.name}
        label={settings.name}
        name="name"
        required
      />
      <div className="flex items-center gap-3">
        <Button aria-disabled={isPending} size="touch" type="submit" variant="primary">
          {isPending ? settings.saving : settings.save}
        </Button>
        <p className="text-success text-[0.8125rem]" role="status">
          {state.result === 'saved' && !isPending && settings.saved}
        </p>
        <p className="sr-only" role="alert">
          {error}
        </p>
      </div>
    </form>
  )
}
