import type { Setting } from '../../../payload-types'

const hour = 60 * 60
const day = 24 * hour

/** How long a session may be idle and how long it lasts at most, in seconds. */
export type SessionLimits = { idleSeconds: number; maxSeconds: number }

type SessionSettings = Partial<
  Pick<Setting, 'rememberIdleDays' | 'rememberMaxDays' | 'sessionIdleHours' | 'sessionMaxHours'>
>

/** The limits that the settings give a session. An idle limit above the absolute one has no effect. */
export function sessionLimits(settings: SessionSettings, isRemembered: boolean): SessionLimits {
  const { rememberIdleDays = 14, rememberMaxDays = 60 } = settings
  const { sessionIdleHours = 12, sessionMaxHours = 24 } = settings
  const maxSeconds = isRemembered ? rememberMaxDays * day : sessionMaxHours * hour
  const idleSeconds = isRemembered ? rememberIdleDays * day : sessionIdleHours * hour
  return { idleSeconds: Math.min(idleSeconds, maxSeconds), maxSeconds }
}
