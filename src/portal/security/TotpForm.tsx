'use client'

import { useActionState } from 'react'

import { ProofField } from '../components/ProofField'
import { Badge } from '../components/ui/Badge'
import { Button } from '../components/ui/Button'
import { useMessages } from '../i18n/MessagesProvider'
import { RecoveryCodes } from './RecoveryCodes'
import { changeTotp, type TotpState } from './totpActions'
import { TotpScan } from './TotpScan'

type TotpFormProps = {
  isOn: boolean
  /** How many recovery codes are left, in words. */
  left: string
}

/** Switches the authenticator app on and off, step by step. */
export function TotpForm({ isOn, left }: TotpFormProps) {
  const { security } = useMessages()
  const [state, action, isPending] = useActionState<TotpState, FormData>(changeTotp, {
    error: null,
    step: isOn ? 'on' : 'off',
  })
  const { totp } = security
  if (state.step === 'codes') return <RecoveryCodes codes={state.recoveryCodes} />
  if (state.step === 'confirm') {
    return (
      <form action={action} className="grid max-w-md gap-4" noValidate>
        <TotpScan error={isPending ? null : state.error} setup={state.setup} />
        <Button
          aria-disabled={isPending}
          className="justify-self-start"
          name="do"
          size="touch"
          type="submit"
          value="confirm"
          variant="primary"
        >
          {isPending ? totp.working : totp.confirm}
        </Button>
      </form>
    )
  }
  return (
    <form action={action} className="grid max-w-md gap-4" noValidate>
      <p className="flex flex-wrap items-center gap-3 text-sm">
        <Badge tone={isOn ? 'success' : 'neutral'}>{isOn ? totp.on : totp.off}</Badge>
        {isOn && left}
      </p>
      <TotpProof error={isPending ? null : state.error} isOn={isOn} />
      <div className="flex flex-wrap gap-2">
        {(isOn ? (['renew', 'disable'] as const) : (['start'] as const)).map((step) => (
          <Button
            aria-disabled={isPending}
            key={step}
            name="do"
            size="touch"
            type="submit"
            value={step}
            variant={step === 'disable' ? 'danger' : step === 'start' ? 'primary' : 'secondary'}
          >
            {totp[step]}
          </Button>
        ))}
      </div>
    </form>
  )
}

function TotpProof({ error, isOn }: { error: null | string; isOn: boolean }) {
  const { fieldErrors, security, settings } = useMessages()
  const texts: Record<string, string> = {
    ...fieldErrors,
    expired: security.totp.expired,
    failed: settings.failed,
  }
  const text = error && (texts[error] ?? settings.failed)
  return (
    <>
      <ProofField error={text} id={`totp-password-${isOn ? 'on' : 'off'}`} />
      <p className="sr-only" role="alert">
        {text}
      </p>
    </>
  )
}
