'use client'

import { useActionState, useId, useRef } from 'react'

import { fill } from '../../../text/fill'
import { ProofField, useHasPassword } from '../../components/ProofField'
import { Button } from '../../components/ui/Button'
import { Dialog } from '../../components/ui/Dialog'
import { useMessages } from '../../i18n/MessagesProvider'
import { connect, type ConnectState } from './actions'
import { useLeave } from './useLeave'

type ConnectFormProps = { label: string; provider: string }

/** Connects an account at a provider: after the password, the browser goes there. */
export function ConnectForm({ label, provider }: ConnectFormProps) {
  const { fieldErrors, settings, social } = useMessages()
  const texts = social.connected
  const hasPassword = useHasPassword()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [state, action, isPending] = useActionState<ConnectState, FormData>(connect, { url: null })
  const url = 'url' in state ? state.url : null
  useLeave(url)
  const error = 'error' in state && !isPending ? state.error : null
  const text =
    error && (error === 'failed' ? fill(texts.failed, { provider: label }) : fieldErrors[error])
  const values = { provider: label }
  return (
    <>
      <Button
        aria-label={fill(texts.connectOf, values)}
        onClick={() => dialog.current?.showModal()}
        size="touch"
      >
        {texts.connect}
      </Button>
      <Dialog heading={fill(texts.connectOf, values)} ref={dialog}>
        <form action={action} className="mt-2 grid gap-4" noValidate>
          <input name="provider" type="hidden" value={provider} />
          <p className="text-muted text-sm leading-6">
            {fill(hasPassword ? texts.connectHint : texts.connectFresh, values)}
          </p>
          <ProofField error={text} id={`${id}-password`} />
          <p className="sr-only" role="alert">
            {text}
          </p>
          {/* For browsers without scripts. */}
          {url && (
            <a className="link text-sm" href={url}>
              {fill(texts.continue, values)}
            </a>
          )}
          <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <Button onClick={() => dialog.current?.close()} size="touch">
              {settings.data.cancelDialog}
            </Button>
            <Button
              aria-disabled={isPending || url !== null}
              size="touch"
              type="submit"
              variant="primary"
            >
              {isPending || url ? texts.working : fill(texts.continue, values)}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
