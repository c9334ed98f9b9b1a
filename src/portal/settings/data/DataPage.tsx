import { Download } from '../../components/icons'

import { transactionOf } from '../../../../collections/transaction'
import { findAuthById } from '../../../accounts/repository/customers'
import { Button } from '../../components/ui/Button'
import { getI18n } from '../../i18n/getI18n'
import { openPage } from '../../shell/openPage'
import { Section } from '../Section'
import { SettingsFrame } from '../SettingsFrame'
import { settingsPath } from '../tabs'
import { DeleteAccount } from './DeleteAccount'

/** A copy of the customer's data, and the end of the account. */
export async function DataPage() {
  const { customer, pages, req } = await openPage(settingsPath('data'))
  const [{ messages }, account] = await Promise.all([
    getI18n(),
    findAuthById(await transactionOf(req), customer.id),
  ])
  const texts = messages.settings.data
  return (
    <SettingsFrame pages={pages} tab="data">
      <Section hint={texts.downloadHint} title={texts.download}>
        <Button asChild size="touch">
          <a download href={`${settingsPath('data')}/export`}>
            <Download aria-hidden />
            {texts.downloadAction}
          </a>
        </Button>
      </Section>
      <Section hint={texts.deleteHint} title={texts.delete}>
        <DeleteAccount hasPassword={Boolean(account?.password.hash)} />
      </Section>
    </SettingsFrame>
  )
}
