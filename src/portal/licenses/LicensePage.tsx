import { ChevronLeft } from '../components/icons'
import { notFound } from 'next/navigation'

import { Claimed } from '../claim/Claimed'
import { AppLink } from '../components/AppLink'
import { Card } from '../components/ui/Card'
import { LicenseDownloads } from '../downloads/LicenseDownloads'
import { getI18n } from '../i18n/getI18n'
import type { SearchParams } from '../listing/listParams'
import { Named } from '../naming/Named'
import { Refusals } from '../refusals/Refusals'
import { openPage } from '../shell/openPage'
import { PageFrame } from '../shell/PageFrame'
import { licensePath, paths } from '../shell/paths'
import { CertificateDownload } from './CertificateDownload'
import { LicenseCode } from './LicenseCode'
import { LicenseFacts } from './LicenseFacts'
import { LicenseInstallations } from './LicenseInstallations'
import { LicenseStatusBadge } from './LicenseStatusBadge'
import { loadLicensePage } from './loadLicensePage'
import { slotsView } from './licenseView'
import { SlotUsage } from './SlotUsage'

type LicensePageProps = { id: string; searchParams: SearchParams }

/** One licence: its code, its dates, and where it is in use. */
export async function LicensePage({ id, searchParams }: LicensePageProps) {
  const { pages, req } = await openPage(licensePath(id), 'licenses')
  const [data, i18n] = await Promise.all([loadLicensePage(req, id, pages), getI18n()])
  if (!data) notFound()
  const { installations, license, refusals, releases } = data
  const { messages } = i18n
  const texts = messages.licenses

  return (
    <PageFrame
      above={
        <AppLink
          className="text-muted hover:text-ink -ml-1 inline-flex h-7 items-center gap-0.5 rounded-md pr-1.5 text-[0.8125rem] font-medium"
          href={paths.licenses}
        >
          <ChevronLeft aria-hidden className="size-4" />
          {messages.nav.licenses}
        </AppLink>
      }
      pages={pages}
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {license.product}
          <LicenseStatusBadge status={license.status} />
        </span>
      }
    >
      <Claimed result={searchParams.claimed} />
      {pages.activations && <Named id={searchParams.named} req={req} />}
      <div className="grid gap-8">
        <Card className="divide-y">
          <div className="grid gap-x-8 gap-y-5 p-5 md:grid-cols-4 md:px-6">
            <div className="min-w-0 md:col-span-3">
              <h2 className="text-muted text-[0.8125rem]">{texts.code}</h2>
              <LicenseCode className="mt-1 text-xs sm:text-[0.9375rem]" code={license.code} />
              <details className="mt-1 hidden noscript:block">
                <summary className="text-accent">{messages.code.reveal}</summary>
                <code className="font-mono wrap-anywhere">{license.code}</code>
              </details>
            </div>
            <div>
              <h2 className="text-muted mb-2 text-[0.8125rem]">{texts.slots}</h2>
              <SlotUsage {...slotsView(license, i18n)} />
            </div>
          </div>
          <LicenseFacts license={license} />
          <CertificateDownload
            choices={installations?.bindable ?? []}
            license={license}
            req={req}
          />
        </Card>
        <LicenseDownloads
          license={license}
          releases={releases}
          req={req}
          searchParams={searchParams}
        />
        <Refusals license={license} refusals={refusals} req={req} />
        {installations && (
          <LicenseInstallations installations={installations} license={license} req={req} />
        )}
      </div>
    </PageFrame>
  )
}
