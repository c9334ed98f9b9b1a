import { Badge } from '../components/ui/Badge'
import type { I18n } from '../i18n/getI18n'
import type { ActivationState } from '../queries/activationRow'

const tones = { active: 'success', inactive: 'neutral', refused: 'danger' } as const

/** Whether an installation runs. */
export function ActivationStateBadge({ i18n, state }: { i18n: I18n; state: ActivationState }) {
  return <Badge tone={tones[state]}>{i18n.messages.activationState[state]}</Badge>
}
