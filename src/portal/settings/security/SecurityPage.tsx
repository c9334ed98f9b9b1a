import { getSettings } from '../../../../collections/Settings/getSettings'
import { transactionOf } from '../../../../collections/transaction'
import { findAuthById } from '../../../accounts/repository/customers'
import { AppLink } from '../../components/AppLink'
import { Button } from '../../components/ui/Button'
import { getI18n } from '../../i18n/getI18n'
import { SecuritySections } from '../../security/SecuritySections'
import { openPage } from '../../shell/openPage'
import { paths } from '../../shell/paths'
import { Section } from '../Section'
import { SettingsFrame } from '../SettingsFrame'
import { settingsPath } from '../tabs'
import { PasswordForm } from './PasswordForm'

/** Everything that a customer signs in with. */
export async function SecurityPage() {
  const { customer, pages, req } = await openPage(settingsPath('security'))
  const [{ messages }, settings, account] = await Promise.all([
    getI18n(),
    getSettings(req),
    findAuthById(await transactionOf(req), customer.id),
  ])
  const texts = messages.settings.password
  return (
    <SettingsFrame pages={pages} tab="security">
      <Section hint={texts.hint} title={texts.title}>
        {account?.password.hash ? (
          <PasswordForm
            knownWords={[customer.name, customer.email, settings.productName]}
            minLength={settings.passwordMinLength}
          />
        ) : (
          <>
            <p className="mb-3 text-sm">{texts.none}</p>
            <Button asChild size="touch">
              <AppLink href={paths.forgotPassword}>{texts.set}</AppLink>
            </Button>
          </>
        )}
      </Section>
      <SecuritySections customer={customer} req={req} />
    </SettingsFrame>
  )
}
