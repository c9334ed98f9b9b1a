'use client'

import { useState } from 'react'

import { type DateField, dateFields } from '../../licensing/extend'
import { useTexts } from '../i18n/useTexts'
import { licensesTexts } from './texts'

export type Extension = { date: DateField; days: number }

/** Which date of licences is put off, and by how many days. */
export function ExtendFields({ onChange }: { onChange: (extension: Extension) => void }) {
  const texts = useTexts(licensesTexts)
  const [extension, setExtension] = useState<Extension>({ date: 'expiresAt', days: 30 })

  function change(part: Partial<Extension>): void {
    const changed = { ...extension, ...part }
    setExtension(changed)
    onChange(changed)
  }

  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--base)' }}>
      <label>
        {texts.until}{' '}
        <select
          onChange={({ target }) => change({ date: target.value as DateField })}
          style={{ font: 'inherit' }}
          value={extension.date}
        >
          {dateFields.map((name) => (
            <option key={name} value={name}>
              {texts.date[name]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.days}{' '}
        <input
          max={3660}
          min={1}
          onChange={({ target }) => change({ days: target.valueAsNumber })}
          style={{ font: 'inherit', width: '6rem' }}
          type="number"
          value={Number.isNaN(extension.days) ? '' : extension.days}
        />
      </label>
    </div>
  )
}
