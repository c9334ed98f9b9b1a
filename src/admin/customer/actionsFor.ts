import type { AccountFacts } from './AccountState'

/** An action by the last part of its endpoint's address. */
export type AccountAction = 'confirm-email' | 'disable' | 'enable' | 'end-sessions' | 'send-reset'

/** The actions that make sense for an account in this state. */
export function actionsFor({ confirmedAt, disabledAt }: AccountFacts): AccountAction[] {
  const actions: AccountAction[] = confirmedAt ? [] : ['confirm-email']
  if (disabledAt) return [...actions, 'enable']
  return [...actions, 'send-reset', 'end-sessions', 'disable']
}
