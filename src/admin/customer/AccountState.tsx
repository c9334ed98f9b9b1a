'use client'

import { Pill } from '@payloadcms/ui'
import type { CSSProperties } from 'react'

/** What a customer's document says about the account. */
export type AccountFacts = {
  confirmedAt?: null | string
  disabledAt?: null | string
  totpEnabledAt?: null | string
}

type AccountStateProps = { facts: AccountFacts }

const list: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 'calc(var(--base) / 4)',
  listStyle: 'none',
  margin: '0 0 calc(var(--base) / 2)',
  padding: 0,
}

/** The state of a customer's account at a glance. */
export function AccountState({ facts }: AccountStateProps) {
  const { confirmedAt, disabledAt, totpEnabledAt } = facts
  return (
    <ul aria-label="State of the account" style={list}>
      <li>
        <Pill pillStyle={disabledAt ? 'error' : 'success'} size="small">
          {disabledAt ? 'Disabled' : 'Enabled'}
        </Pill>
      </li>
      <li>
        <Pill pillStyle={confirmedAt ? 'success' : 'warning'} size="small">
          {confirmedAt ? 'E-mail confirmed' : 'E-mail not confirmed'}
        </Pill>
      </li>
      <li>
        <Pill pillStyle="light" size="small">
          {totpEnabledAt ? 'Authenticator app on' : 'No authenticator app'}
        </Pill>
      </li>
    </ul>
  )
}
