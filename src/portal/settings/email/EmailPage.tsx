import { Badge } from '../../components/ui/Badge'
import { getI18n } from '../../i18n/getI18n'
import { openPage } from '../../shell/openPage'
import { Section } from '../Section'
import { SettingsFrame } from '../SettingsFrame'
import { settingsPath } from '../tabs'
import { ConfirmationForm } from './ConfirmationForm'
import { EmailForm } from './EmailForm'
import { PendingEmail } from './PendingEmail'

/** The customer's address: whether it is confirmed, and the change to another one. */
export async function EmailPage() {
  const { customer, pages } = await openPage(settingsPath('email'))
  const { messages } = await getI18n()
  const texts = messages.settings.email
  return (
    <SettingsFrame pages={pages} tab="email">
      <Section hint={texts.addressHint} title={texts.address}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="wrap-anywhere">{customer.email}</span>
          {customer.confirmedAt ? (
            <Badge tone="success">{texts.confirmed}</Badge>
          ) : (
            <Badge tone="warning">{texts.unconfirmed}</Badge>
          )}
        </div>
        {!customer.confirmedAt && (
          <>
            <p className="text-muted mt-2 mb-3 text-[0.8125rem] leading-5">
              {texts.unconfirmedHint}
            </p>
            <ConfirmationForm email={customer.email} />
          </>
        )}
      </Section>
      <Section hint={texts.changeHint} title={texts.change}>
        {customer.pendingEmail && <PendingEmail email={customer.pendingEmail} />}
        <EmailForm />
      </Section>
    </SettingsFrame>
  )
}
