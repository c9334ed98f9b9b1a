import type { AccountFacts } from './AccountState'

export type ActionDescription = {
  label: string
  /** The last part of the endpoint's address. */
  name: 'confirm-email' | 'disable' | 'enable' | 'end-sessions' | 'send-reset'
  /** Asked before it is done; what takes nothing from the customer is done at once. */
  question?: string
}

/** The actions that make sense for an account in this state. */
export function actionsFor({ confirmedAt, disabledAt }: AccountFacts): ActionDescription[] {
  const actions: ActionDescription[] = []
  if (!confirmedAt) actions.push({ label: 'Confirm e-mail', name: 'confirm-email' })
  if (disabledAt) return [...actions, { label: 'Enable account', name: 'enable' }]
  return [
    ...actions,
    { label: 'Send reset mail', name: 'send-reset' },
    {
      label: 'End all sessions',
      name: 'end-sessions',
      question: 'The customer is logged out of the portal on every device and can log in again.',
    },
    {
      label: 'Disable account',
      name: 'disable',
      question:
        'The customer is logged out everywhere and cannot log in until you enable the account. Links in mails that they got stop working. Their licenses keep working.',
    },
  ]
}
