import { notFound } from 'next/navigation'

import { getSettings } from '../../../collections/Settings/getSettings'
import { AppLink } from '../components/AppLink'
import { Button } from '../components/ui/Button'
import { Card } from '../components/ui/Card'
import { getI18n } from '../i18n/getI18n'
import { settingsPath } from '../settings/tabs'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { paths } from '../shell/paths'
import { ClaimForm } from './ClaimForm'

/**
 * Where a customer adds a licence by its code.
 *
 * @throws Next's 404 where the settings do not let customers do this
 */
export async function ClaimPage() {
  const { customer, pages, req } = await openPage(paths.addLicense, 'licenses')
  const [{ messages }, { allowClaiming }] = await Promise.all([getI18n(), getSettings(req)])
  if (!allowClaiming) notFound()
  const texts = messages.claim
  return (
    <div className="mx-auto max-w-xl">
      <PageFrame intro={texts.intro} pages={pages} title={texts.title}>
        <Card className="p-6">
          {customer.confirmedAt ? (
            <ClaimForm />
          ) : (
            <div className="grid justify-items-start gap-4">
              <p>{texts.unconfirmed}</p>
              <Button asChild size="touch">
                <AppLink href={settingsPath('email')}>{texts.confirm}</AppLink>
              </Button>
            </div>
          )}
        </Card>
      </PageFrame>
    </div>
  )
}
