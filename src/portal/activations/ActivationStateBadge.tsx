'use client'

import { Badge } from '../components/ui/Badge'
import { useMessages } from '../i18n/MessagesProvider'
import type { ActivationState } from '../queries/activationRow'

const tones = { active: 'success', inactive: 'neutral', refused: 'danger' } as const

/** Whether an installation runs. */
export function ActivationStateBadge({ state }: { state: ActivationState }) {
  const { activationState } = useMessages()
  return <Badge tone={tones[state]}>{activationState[state]}</Badge>
}
