'use client'

import { Pill } from '@payloadcms/ui'
import type { CSSProperties } from 'react'

import { useTexts } from '../i18n/useTexts'
import { accountTexts } from './texts'

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
  const texts = useTexts(accountTexts)
  const { confirmedAt, disabledAt, totpEnabledAt } = facts
  return (
    <ul aria-label={texts.state} style={list}>
      <li>
        <Pill pillStyle={disabledAt ? 'error' : 'success'} size="small">
          {disabledAt ? texts.disabled : texts.enabled}
        </Pill>
      </li>
      <li>
        <Pill pillStyle={confirmedAt ? 'success' : 'warning'} size="small">
          {confirmedAt ? texts.confirmed : texts.unconfirmed}
        </Pill>
      </li>
      <li>
        <Pill pillStyle="light" size="small">
          {totpEnabledAt ? texts.totpOn : texts.totpOff}
        </Pill>
      </li>
    </ul>
  )
}
