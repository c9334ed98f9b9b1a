'use client'

import type { TotpSetup } from '../../accounts/totp/setUpTotp'
import { CopyButton } from '../components/CopyButton'
import { Field } from '../components/ui/Field'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'

type TotpScanProps = { error: 'codeLocked' | 'codeWrong' | 'failed' | null; setup: TotpSetup }

/** What the app has to read, and the code that shows that it did. */
export function TotpScan({ error, setup }: TotpScanProps) {
  const { copy, security, settings } = useMessages()
  const { totp } = security
  const text = error && (error === 'failed' ? settings.failed : totp[error])
  return (
    <>
      <p className="text-sm leading-6">{totp.scan}</p>
      <img
        alt={totp.qrCode}
        className="size-44 rounded-lg bg-white"
        src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.qrCode)}`}
      />
      <div className="flex items-center gap-1.5">
        <span className="text-muted text-[0.8125rem]">{totp.key}</span>
        <code className="font-mono text-[0.8125rem] wrap-anywhere" data-testid="totp-key">
          {setup.secret}
        </code>
        <CopyButton label={fill(copy.copy, { what: totp.key })} text={setup.secret} />
      </div>
      <Field
        autoComplete="one-time-code"
        error={text}
        id="totp-code"
        inputMode="numeric"
        label={totp.code}
        maxLength={10}
        name="code"
        required
      />
      <p className="sr-only" role="alert">
        {text}
      </p>
    </>
  )
}
