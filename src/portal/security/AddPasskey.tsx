'use client'

import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser'
import { type FormEvent, useState, useSyncExternalStore } from 'react'

import { ProofField } from '../components/ProofField'
import { Button } from '../components/ui/Button'
import { Field } from '../components/ui/Field'
import { useMessages } from '../i18n/MessagesProvider'
import { beginPasskey, endPasskey, type PasskeyError } from './passkeyActions'
import { isPasswordProblem } from '../settings/passwordProblem'

type State = 'added' | 'idle' | 'working' | PasskeyError

const never = () => () => undefined

/** Adds a passkey: the password here, then the browser's own dialog. */
export function AddPasskey() {
  const { fieldErrors, security } = useMessages()
  const texts = security.passkeys
  const [state, setState] = useState<State>('idle')
  const isSupported = useSyncExternalStore(never, browserSupportsWebAuthn, () => true)
  if (!isSupported) return <p className="text-muted text-sm">{texts.unsupported}</p>

  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    if (state === 'working') return
    setState('working')
    const fields = new FormData(form)
    const result = await create(fields.get('password'), fields.get('name')).catch(
      () => 'failed' as const,
    )
    if (result === 'added') form.reset()
    setState(result)
  }
  const isOfPassword = isPasswordProblem(state)
  const errors: Record<string, string> = { ...fieldErrors, ...texts }
  const isError = !['added', 'idle', 'working'].includes(state)
  return (
    <form className="grid max-w-md gap-4" noValidate onSubmit={(event) => void add(event)}>
      <Field
        autoComplete="off"
        id="passkey-name"
        label={texts.name}
        maxLength={100}
        name="name"
        placeholder={texts.nameExample}
      />
      <ProofField error={isOfPassword ? errors[state] : null} id="passkey-password" />
      <div className="flex flex-wrap items-center gap-3">
        <Button aria-disabled={state === 'working'} size="touch" type="submit">
          {state === 'working' ? texts.adding : texts.add}
        </Button>
        <p className="text-success text-[0.8125rem]" role="status">
          {state === 'added' && texts.added}
        </p>
        <p className={isOfPassword ? 'sr-only' : 'text-danger text-[0.8125rem]'} role="alert">
          {isError && errors[state]}
        </p>
      </div>
    </form>
  )
}

async function create(password: unknown, name: unknown): Promise<'added' | PasskeyError> {
  const begun = await beginPasskey(password)
  if ('error' in begun) return begun.error
  const response = await startRegistration({ optionsJSON: begun.options })
  return endPasskey(name || 'Passkey', response)
}
