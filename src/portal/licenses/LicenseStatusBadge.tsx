import { Badge } from '../components/ui/Badge'
import { getI18n } from '../i18n/getI18n'
import type { LicenseStatus } from '../../licensing/types'

const tones = { active: 'success', blocked: 'danger', expired: 'warning' } as const

/** The status of a licence. */
export async function LicenseStatusBadge({ status }: { status: LicenseStatus }) {
  const { messages } = await getI18n()
  return <Badge tone={tones[status]}>{messages.licenseStatus[status]}</Badge>
}
