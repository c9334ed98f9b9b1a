'use client'

import { Button, useConfig, useListQuery } from '@payloadcms/ui'
import type { Where } from 'payload'
import { useState } from 'react'

import { useTexts } from '../i18n/useTexts'
import { type FilterName, whereOf, whereProvider } from './filters'
import { customersTexts } from './texts'
import { useSlug } from '../useSlug'

const names: FilterName[] = ['all', 'confirmed', 'unconfirmed', 'disabled', 'never', 'inactive']

/** The filters that are one click away, and since when an account counts as inactive. */
export function CustomerFilters() {
  const texts = useTexts(customersTexts)
  const { handleWhereChange, query } = useListQuery()
  const [since, setSince] = useState(yearAgo)
  const current = keyOf(query.where)
  const apply = (name: FilterName, day = since) => handleWhereChange?.(whereOf(name, day) ?? {})

  return (
    <div
      aria-label={texts.filters}
      role="group"
      style={{
        alignItems: 'center',
        display: 'flex',
        flexWrap: 'wrap',
        gap: 'calc(var(--base) / 3)',
        marginBottom: 'calc(var(--base) * 0.75)',
      }}
    >
      {names.map((name) => {
        const isOn = keyOf(whereOf(name, since)) === current
        return (
          <Button
            buttonStyle={isOn ? 'primary' : 'secondary'}
            extraButtonProps={{ 'aria-pressed': isOn }}
            key={name}
            margin={false}
            onClick={() => void apply(name)}
            size="small"
          >
            {texts.filter[name]}
          </Button>
        )
      })}
      <ProviderFilter
        current={current}
        onChange={(where) => void handleWhereChange?.(where ?? {})}
      />
      <label style={{ alignItems: 'center', display: 'inline-flex', gap: 'calc(var(--base) / 3)' }}>
        {texts.inactiveSince}
        <input
          max={new Date().toISOString().slice(0, 10)}
          onChange={({ target: { value } }) => {
            if (!value) return
            setSince(value)
            void apply('inactive', value)
          }}
          style={{ font: 'inherit', minHeight: 28 }}
          type="date"
          value={since}
        />
      </label>
    </div>
  )
}

type ProviderFilterProps = { current: string; onChange: (where: null | Where) => void }

/** With which accounts of others customers sign in. Nothing where there is no such sign-in. */
function ProviderFilter({ current, onChange }: ProviderFilterProps) {
  const texts = useTexts(customersTexts)
  const { getEntityConfig } = useConfig()
  const slugFor = useSlug()
  const { admin } = getEntityConfig({ collectionSlug: slugFor('customers') })
  const providers = (admin.custom?.signInProviders ?? []) as { label: string; name: string }[]
  if (providers.length === 0) return null
  const chosen = providers.find(({ name }) => keyOf(whereProvider(name)) === current)
  return (
    <label style={{ alignItems: 'center', display: 'inline-flex', gap: 'calc(var(--base) / 3)' }}>
      {texts.provider}
      <select
        onChange={({ target: { value } }) => onChange(value ? whereProvider(value) : null)}
        style={{ font: 'inherit', minHeight: 28 }}
        value={chosen?.name ?? ''}
      >
        <option value="">{texts.anyProvider}</option>
        {providers.map(({ label, name }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The same for a filter and for what became of it in the page's address, where everything is text. */
function keyOf(where: null | undefined | Where): string {
  if (!where || Object.keys(where).length === 0) return ''
  return JSON.stringify(where, (_key, value: unknown) =>
    typeof value === 'boolean' ? String(value) : value,
  )
}

function yearAgo(): string {
  const day = new Date()
  day.setUTCFullYear(day.getUTCFullYear() - 1)
  return day.toISOString().slice(0, 10)
}
