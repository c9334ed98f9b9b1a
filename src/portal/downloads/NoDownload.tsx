import type { I18n } from '../i18n/getI18n'
import type { LicenseRow } from '../queries/licenseRow'

type NoDownloadProps = { i18n: I18n; license: Pick<LicenseRow, 'status'> }

/** Why there is nothing to download for a licence, though its product has files. */
export function NoDownload({ i18n, license }: NoDownloadProps) {
  const { none } = i18n.messages.downloads
  return <p className="text-muted p-5 text-[0.8125rem] md:px-6">{none[license.status]}</p>
}
