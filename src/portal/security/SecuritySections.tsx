import { transactionOf } from '../../../collections/transaction'
import { findPasskeys, type PasskeyRow } from '../../accounts/passkeys/repository'
import { countRecoveryCodes } from '../../accounts/totp/repository'
import { fill } from '../../text/fill'
import { getI18n, type I18n } from '../i18n/getI18n'
import type { PortalSession } from '../session/customer'
import { Section } from '../settings/Section'
import { AddPasskey } from './AddPasskey'
import { RemovePasskey } from './RemovePasskey'
import { TotpForm } from './TotpForm'

/** What a customer signs in with beside the password. */
export async function SecuritySections({ customer, req }: PortalSession) {
  const db = await transactionOf(req)
  const [i18n, passkeys, codesLeft] = await Promise.all([
    getI18n(),
    findPasskeys(db, customer.id),
    countRecoveryCodes(db, customer.id),
  ])
  const { passkeys: texts, totp } = i18n.messages.security
  const isOn = Boolean(customer.totpEnabledAt)
  return (
    <>
      <Section hint={texts.hint} title={texts.title}>
        {passkeys.length === 0 ? (
          <p className="text-muted mb-4 text-sm">{texts.none}</p>
        ) : (
          <ul className="mb-5 divide-y">
            {passkeys.map((passkey) => (
              <PasskeyItem i18n={i18n} key={passkey.id} passkey={passkey} />
            ))}
          </ul>
        )}
        <AddPasskey />
      </Section>
      <Section hint={totp.hint} title={totp.title}>
        <TotpForm isOn={isOn} left={i18n.count(totp.left, codesLeft)} />
      </Section>
    </>
  )
}

function PasskeyItem({ i18n, passkey }: { i18n: I18n; passkey: PasskeyRow }) {
  const { format, messages } = i18n
  const texts = messages.security.passkeys
  const day = (date: Date) => format.date(date.toISOString()) ?? ''
  const parts = [
    fill(texts.addedOn, { date: day(passkey.createdAt) }),
    passkey.lastUsedAt && fill(texts.usedOn, { date: day(passkey.lastUsedAt) }),
  ]
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0">
      <div className="min-w-0">
        <p className="text-sm font-medium wrap-anywhere">{passkey.name}</p>
        <p className="text-muted text-[0.8125rem]">{parts.filter(Boolean).join(', ')}</p>
      </div>
      <RemovePasskey id={passkey.id} name={passkey.name} />
    </li>
  )
}
