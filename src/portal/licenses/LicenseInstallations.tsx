import { Globe } from '../components/icons'
import type { PayloadRequest } from 'payload'

import { canDeactivateActivations } from '../../../access/canDeactivateActivations'
import { ActivationsTable } from '../activations/ActivationsTable'
import { AppLink } from '../components/AppLink'
import { Card, SectionHeading } from '../components/ui/Card'
import { EmptyState } from '../components/ui/EmptyState'
import { DeactivationScope } from '../deactivation/DeactivationScope'
import { getI18n } from '../i18n/getI18n'
import { listHref } from '../listing/listParams'
import type { Installations } from '../queries/findInstallations'
import type { LicenseDetails } from '../queries/findLicense'
import { paths } from '../shell/paths'

/** The latest activations of a licence. */
export async function LicenseInstallations({
  installations: { latest, total },
  license,
  req,
}: {
  installations: Installations
  license: LicenseDetails
  req: PayloadRequest
}) {
  const [{ count, messages }, canDeactivate] = await Promise.all([
    getI18n(),
    canDeactivateActivations(req),
  ])
  const texts = messages.licenses
  return (
    <section aria-labelledby="installations">
      <SectionHeading
        action={
          total > latest.length && (
            <AppLink
              className="text-accent rounded-sm text-[0.8125rem] font-medium hover:underline"
              href={listHref(paths.activations, {}, { license: license.id })}
            >
              {count(texts.manage, total)}
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
            {total > 0 ? (
              <ActivationsTable
                activations={latest}
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
