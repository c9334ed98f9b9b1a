import { Badge } from '../components/ui/Badge'
import type { I18n } from '../i18n/getI18n'
import type { LicenseStatus } from '../../licensing/types'

const tones = { active: 'success', blocked: 'danger', expired: 'warning' } as const

/** The status of a licence. */
export function LicenseStatusBadge({ i18n, status }: { i18n: I18n; status: LicenseStatus }) {
  return <Badge tone={tones[status]}>{i18n.messages.licenseStatus[status]}</Badge>
}
