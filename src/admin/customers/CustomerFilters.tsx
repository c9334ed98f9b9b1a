'use client'

import { Button, useListQuery } from '@payloadcms/ui'
import type { Where } from 'payload'
import { useState } from 'react'

import { useTexts } from '../i18n/useTexts'
import { type FilterName, whereOf } from './filters'
import { customersTexts } from './texts'

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
