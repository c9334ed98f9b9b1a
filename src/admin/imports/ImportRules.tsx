'use client'

import { useId } from 'react'

import { type ImportKind, type ImportMode, importModes } from '../../../collections/Imports/values'
import type { ImportOptions, SlashDates } from '../../imports/mapping/options'
import { useTexts } from '../i18n/useTexts'
import { importTexts } from './texts'

type ImportRulesProps = {
  kind: ImportKind
  mode: ImportMode
  onMode: (mode: ImportMode) => void
  onOptions: (options: ImportOptions) => void
  options: ImportOptions
  products: { id: string; name: string }[]
}

const ticks = ['trustsAddresses', 'trustsHashes', 'invites'] as const

/** What is done with rows, and what the administrator vouches for. */
export function ImportRules({
  kind,
  mode,
  onMode,
  onOptions,
  options,
  products,
}: ImportRulesProps) {
  const { mode: modes, options: texts } = useTexts(importTexts)
  const id = useId()
  return (
    <>
      <fieldset className="lm-import__choices">
        <legend>{modes.heading}</legend>
        {importModes.map((name) => (
          <div key={name}>
            <label>
              <input
                aria-describedby={`${id}${name}`}
                checked={mode === name}
                name={`${id}mode`}
                onChange={() => onMode(name)}
                type="radio"
              />{' '}
              {modes[name]}
            </label>
            <p className="lm-import__hint" id={`${id}${name}`}>
              {modes[`${name}Hint`]}
            </p>
          </div>
        ))}
      </fieldset>
      <fieldset className="lm-import__choices">
        <legend>{texts.heading}</legend>
        {kind === 'customers' &&
          ticks.map((name) => (
            <div key={name}>
              <label>
                <input
                  aria-describedby={`${id}${name}`}
                  checked={options[name]}
                  onChange={({ target }) => onOptions({ ...options, [name]: target.checked })}
                  type="checkbox"
                />{' '}
                {texts[name]}
              </label>
              <p className="lm-import__hint" id={`${id}${name}`}>
                {texts[`${name}Hint`]}
              </p>
            </div>
          ))}
        {kind === 'licenses' && (
          <label>
            {texts.product}
            <select
              className="lm-import__input"
              onChange={({ target }) => onOptions({ ...options, product: target.value || null })}
              value={options.product ?? ''}
            >
              <option value="">{texts.noProduct}</option>
              {products.map((product) => (
                <option key={product.id} value={product.id}>
                  {product.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {texts.slashDates}
          <select
            className="lm-import__input"
            onChange={({ target }) =>
              onOptions({ ...options, slashDates: (target.value || null) as SlashDates })
            }
            value={options.slashDates ?? ''}
          >
            <option value="">{texts.noSlashes}</option>
            <option value="dayFirst">{texts.dayFirst}</option>
            <option value="monthFirst">{texts.monthFirst}</option>
          </select>
        </label>
      </fieldset>
    </>
  )
}
