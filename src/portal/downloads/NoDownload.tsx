import { getI18n } from '../i18n/getI18n'
import type { LicenseRow } from '../queries/licenseRow'

/** Why there is nothing to download for a licence, though its product has files. */
export async function NoDownload({ license }: { license: Pick<LicenseRow, 'status'> }) {
  const { downloads } = (await getI18n()).messages
  return <p className="text-muted p-5 text-[0.8125rem] md:px-6">{downloads.none[license.status]}</p>
}
