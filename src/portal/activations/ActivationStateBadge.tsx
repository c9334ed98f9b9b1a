import { Badge } from '../components/ui/Badge'
import { getI18n } from '../i18n/getI18n'
import type { ActivationState } from '../queries/activationRow'

const tones = { active: 'success', inactive: 'neutral', refused: 'danger' } as const

/** Whether an installation runs. */
export async function ActivationStateBadge({ state }: { state: ActivationState }) {
  const { messages } = await getI18n()
  return <Badge tone={tones[state]}>{messages.activationState[state]}</Badge>
}
