import { Globe } from 'lucide-react'
import type { PayloadRequest } from 'payload'

import { canDeactivateActivations } from '../../../access/canDeactivateActivations'
import { ActivationsTable } from '../activations/ActivationsTable'
import { AppLink } from '../components/AppLink'
import { Card, SectionHeading } from '../components/ui/Card'
import { EmptyState } from '../components/ui/EmptyState'
import { DeactivationScope } from '../deactivation/DeactivationScope'
import { getI18n } from '../i18n/getI18n'
import { listHref } from '../listing/listParams'
import { findActivations } from '../queries/findActivations'
import type { LicenseDetails } from '../queries/findLicense'
import { paths } from '../shell/paths'

const shown = 10

/** The latest activations of a licence. */
export async function LicenseInstallations({
  license,
  req,
}: {
  license: LicenseDetails
  req: PayloadRequest
}) {
  const [{ count, messages }, canDeactivate, activations] = await Promise.all([
    getI18n(),
    canDeactivateActivations(req),
    findActivations(req, {
      filter: 'all',
      license: license.id,
      limit: shown,
      page: 1,
      query: '',
      sort: 'newest',
    }),
  ])
  const texts = messages.licenses
  return (
    <section aria-labelledby="installations">
      <SectionHeading
        action={
          activations.total > shown && (
            <AppLink
              className="text-accent rounded-sm text-[0.8125rem] font-medium hover:underline"
              href={listHref(paths.activations, {}, { license: license.id })}
            >
              {count(texts.manage, activations.total)}
            </AppLink>
          )
        }
        id="installations"
      >
        {texts.installations}
      </SectionHeading>
      <div className="mt-3">
        <DeactivationScope>
          <Card>
            {activations.total > 0 ? (
              <ActivationsTable
                activations={activations.rows}
                canDeactivate={canDeactivate}
                linksLicense={null}
              />
            ) : (
              <EmptyState icon={Globe} title={messages.activations.empty}>
                {texts.installationsEmpty}
              </EmptyState>
            )}
          </Card>
        </DeactivationScope>
      </div>
    </section>
  )
}
