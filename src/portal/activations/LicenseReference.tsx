import { codeEnding } from '../../licensing/maskCode'
import { AppLink } from '../components/AppLink'
import { fill } from '../../text/fill'
import type { I18n } from '../i18n/getI18n'
import type { ActivationRow } from '../queries/activationRow'
import { licensePath } from '../shell/paths'

type LicenseReferenceProps = {
  activation: Pick<ActivationRow, 'licenseCode' | 'licenseId' | 'product'>
  i18n: I18n
  isLink: boolean
}

/** Which product and licence an activation belongs to, without its code. */
export function LicenseReference({ activation, i18n, isLink }: LicenseReferenceProps) {
  const { messages } = i18n
  const end = codeEnding(activation.licenseCode)
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
