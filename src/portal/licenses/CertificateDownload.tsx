import { FileDown } from '../components/icons'
import type { PayloadRequest } from 'payload'

import { getSettings } from '../../../collections/Settings/getSettings'
import { hasDownloads } from '../../licensing/downloads'
import { fill } from '../../text/fill'
import { installationName } from '../activations/installationName'
import { Button } from '../components/ui/Button'
import { downloadRules } from '../downloads/downloadRules'
import { getI18n } from '../i18n/getI18n'
import type { Messages } from '../messages/languages'
import type { BindableActivation } from '../queries/findBindable'
import type { LicenseDetails } from '../queries/findLicense'
import { certificatePath } from '../shell/paths'
import { CertificateForm } from './CertificateForm'

/** How many installations there are to choose from. */
export const mostChoices = 50

type CertificateDownloadProps = {
  /** Installations that it can be for, one more than there are to choose from where there are more. None where the customer may not see them. */
  choices: readonly BindableActivation[]
  license: LicenseDetails
  req: PayloadRequest
}

/**
 * Hands out the certificate with which software runs offline, or says why there is none. Nothing where customers download no files. That of a
 * blocked or expired licence, where the settings let customers have it, is a record.
 */
export async function CertificateDownload({ choices, license, req }: CertificateDownloadProps) {
  const [{ format, messages }, settings] = await Promise.all([getI18n(), getSettings(req)])
  const rules = downloadRules(settings)
  if (!rules.allowed) return null
  const { certificate, certificateForLatest, certificateHint, noCertificate } = messages.licenses
  const obstacle = obstacleOf(license, hasDownloads(license, rules, new Date()))
  if (obstacle) {
    return <p className="text-muted p-5 text-[0.8125rem] md:px-6">{noCertificate[obstacle]}</p>
  }
  const hint = <p className="text-muted text-[0.8125rem]">{certificateHint[license.status]}</p>
  if (choices.length > 0) {
    return (
      <div className="p-5 md:px-6">
        {hint}
        <CertificateForm
          choices={choices
            .slice(0, mostChoices)
            .map((choice) => ({ id: choice.id, name: nameOf(choice, messages) }))}
          id={license.id}
          more={
            choices.length > mostChoices
              ? fill(certificateForLatest, { count: format.number(mostChoices) })
              : null
          }
        />
      </div>
    )
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 p-5 md:px-6">
      {hint}
      <Button asChild size="touch">
        <a download href={certificatePath(license.id)}>
          <FileDown aria-hidden />
          {certificate}
        </a>
      </Button>
    </div>
  )
}

function obstacleOf(
  { isProductActive, status }: LicenseDetails,
  hasRecord: boolean,
): 'blocked' | 'expired' | 'productOff' | null {
  if (status !== 'active' && !hasRecord) return status
  return isProductActive ? null : 'productOff'
}

/** An installation as the list of activations shows it, in one line. */
function nameOf(activation: BindableActivation, { activations: texts }: Messages): string {
  const { domain, fingerprint, name } = activation
  return [
    installationName(activation, texts.unnamed),
    name && domain,
    fingerprint && fill(texts.device, { fingerprint }),
  ]
    .filter(Boolean)
    .join(' · ')
}
