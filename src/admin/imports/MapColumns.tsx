'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import type { ImportMode } from '../../../collections/Imports/values'
import { importFields } from '../../imports/mapping/fields'
import { type Mapping, presetMapping } from '../../imports/mapping/guessMapping'
import type { ImportOptions, ImportPlan } from '../../imports/mapping/options'
import { presetNames } from '../../imports/mapping/presets'
import { importMessages } from '../../imports/messages'
import { useTexts } from '../i18n/useTexts'
import type { ImportPageProps } from './ImportPage'
import { ImportRules } from './ImportRules'
import { PreviewRows } from './PreviewRows'
import { importTexts } from './texts'

type MapColumnsProps = Omit<ImportPageProps, 'initial'> & {
  base: string
  found: ImportPageProps['initial']
  onCheck: (plan: ImportPlan) => Promise<void>
}

const usualOptions: ImportOptions = {
  invites: false,
  preset: null,
  product: null,
  slashDates: null,
  trustsAddresses: false,
  trustsHashes: false,
}

/** Chooses the column of each field and the rules, with what would become of the first rows. */
export function MapColumns({ base, example, found, guess, onCheck, products }: MapColumnsProps) {
  const texts = useTexts(importTexts)
  const { i18n } = useTranslation()
  const fieldNames = importMessages(i18n.language).field
  const { headings, kind } = found
  const [mapping, setMapping] = useState<Mapping>(found.plan?.mapping ?? guess.mapping)
  const [mode, setMode] = useState<ImportMode>(found.plan?.mode ?? 'create')
  const [options, setOptions] = useState<ImportOptions>(
    found.plan?.options ?? { ...usualOptions, preset: guess.preset },
  )
  const [isSending, setIsSending] = useState(false)
  const plan = { mapping, mode, options }

  function choose(field: string, column: string): void {
    const rest = Object.entries(mapping).filter(([name]) => name !== field)
    setMapping(
      Object.fromEntries(column === '' ? rest : [...rest, [field, Number(column)] as const]),
    )
  }

  function choosePreset(name: string): void {
    const preset = presetNames.find((known) => known === name) ?? null
    setOptions({ ...options, preset })
    setMapping(preset ? presetMapping(kind, headings, preset) : guess.mapping)
  }

  return (
    <form
      className="lm-import__stack"
      onSubmit={(event) => {
        event.preventDefault()
        setIsSending(true)
        void onCheck(plan).finally(() => setIsSending(false))
      }}
    >
      <h2>{texts.columns.heading}</h2>
      <p>{texts.columns.intro}</p>
      <label>
        {texts.options.origin}
        <select
          className="lm-import__input"
          onChange={({ target }) => choosePreset(target.value)}
          value={options.preset ?? ''}
        >
          <option value="">{texts.options.own}</option>
          {presetNames.map((name) => (
            <option key={name} value={name}>
              {texts.preset[name]}
            </option>
          ))}
        </select>
      </label>
      <div className="lm-import__columns table">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.columns.field}</th>
              <th scope="col">{texts.columns.from}</th>
              <th scope="col">{texts.columns.example}</th>
            </tr>
          </thead>
          <tbody>
            {importFields[kind].map(({ name }) => {
              const label = fieldNames[name as keyof typeof fieldNames]
              const column = mapping[name]
              return (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  <td>
                    <select
                      aria-label={label}
                      className="lm-import__input"
                      onChange={({ target }) => choose(name, target.value)}
                      value={column ?? ''}
                    >
                      <option value="">{texts.columns.none}</option>
                      {headings.map((heading, index) => (
                        // Headings can be the same twice; their place is what tells them apart.
                        <option key={`${index} ${heading}`} value={index}>
                          {heading || `#${index + 1}`}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="lm-import__example">
                    {column === undefined ? '' : example[column]}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <ImportRules
        kind={kind}
        mode={mode}
        onMode={setMode}
        onOptions={setOptions}
        options={options}
        products={products}
      />
      <PreviewRows base={base} kind={kind} mapping={mapping} plan={plan} />
      <div>
        <Button disabled={isSending} margin={false} type="submit">
          {texts.check.button}
        </Button>
      </div>
    </form>
  )
}
