'use client'

import { AppLink } from '../components/AppLink'
import { fill } from '../../text/fill'
import { useMessages } from '../i18n/MessagesProvider'
import { licensePath } from '../shell/paths'
import type { ActivationView } from './activationView'

type LicenseReferenceProps = {
  activation: Pick<ActivationView, 'licenseEnd' | 'licenseId' | 'product'>
  isLink: boolean
}

/** Which product and licence an activation belongs to, without its code. */
export function LicenseReference({ activation, isLink }: LicenseReferenceProps) {
  const messages = useMessages()
  const end = activation.licenseEnd
  const ending = (
    <>
      <span aria-hidden className="font-mono">
        ••••{end}
      </span>
      <span className="sr-only">{fill(messages.activations.licenseEnding, { end })}</span>
    </>
  )
  return (
    <div className="min-w-0">
      <p className="wrap-break-word">{activation.product}</p>
      <p className="text-muted mt-0.5 text-xs">
        {isLink ? (
          <AppLink
            className="hover:text-accent rounded-sm hover:underline"
            href={licensePath(activation.licenseId)}
          >
            {ending}
          </AppLink>
        ) : (
          ending
        )}
      </p>
    </div>
  )
}
